package dev.sealconf.operation;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.envelope.SealOrder;
import dev.sealconf.envelope.Sealing;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.conversion.Conversion;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.PlainChecks;
import java.util.List;
import java.util.Optional;

/** Seals a plain file, as a new file or over its previous sealed form. */
public final class Encrypt {

  /**
   * The sealed form that a result replaces.
   *
   * @param requireSeal whether nothing of it is used if it has no seal
   */
  public record Previous(Input input, boolean requireSeal) {}

  private static final int DATA_KEY_BYTES = 32;

  private final World world;
  private final KeyRing keys;

  public Encrypt(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * The sealed file.
   *
   * @param previous the sealed form that the result will replace, if there is one: {@code Over}
   *     says what of it is kept
   * @throws SealconfException if the input is already sealed (203), malformed (2), empty (92), has
   *     nothing to seal (23), or a key can't wrap (1)
   */
  public byte[] run(Input input, Output output, Recipe recipe, Optional<Previous> previous) {
    Document plain = input.format().read(input.source());
    PlainChecks.refuse(plain, input, output.format());
    boolean layoutKept = output.format() == input.format() && !output.reprint();
    Optional<byte[]> kept =
        previous
            .filter(old -> layoutKept && old.input().format() == output.format())
            .flatMap(old -> new Over(world, keys, recipe).run(plain, input, old));
    if (kept.isPresent()) {
      return kept.get();
    }
    try (SecretBytes dataKey = SecretBytes.owning(world.entropy().bytes(DATA_KEY_BYTES))) {
      List<WrappedGroup> groups =
          keys.wrap(dataKey, recipe.groups(), recipe.threshold(), input.source().name());
      SealOrder order = order(recipe, dataKey, groups);
      DocumentFormat stored = output.format().sealedForm();
      Sealing sealing = sealing();
      return layoutKept && stored == input.format()
          ? sealing.seal(plain, order, Optional.empty(), recipe.allowNothingSealed())
          : new Conversion(sealing, output.format(), output.indent())
              .seal(plain, order, recipe.allowNothingSealed());
    }
  }

  private SealOrder order(Recipe recipe, SecretBytes dataKey, List<WrappedGroup> groups) {
    int threshold =
        recipe.groups().size() > 1 && recipe.threshold() == 0
            ? recipe.groups().size()
            : recipe.threshold();
    return new SealOrder(
        dataKey,
        groups,
        threshold,
        recipe.selection(),
        recipe.macOnlyEncrypted(),
        recipe.seal() ? SealOrder.Wish.YES : SealOrder.Wish.NO,
        Metadata.FORMAT_VERSION,
        Timestamps.now(world.clock()),
        true);
  }

  private Sealing sealing() {
    return new Sealing(world.entropy(), new MetadataReader(keys.providers()));
  }
}
