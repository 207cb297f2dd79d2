package dev.sealconf.operation;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.envelope.Metadata;
import dev.sealconf.envelope.MetadataReader;
import dev.sealconf.envelope.SealOrder;
import dev.sealconf.envelope.Sealing;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyRing;
import dev.sealconf.keys.WrappedGroup;
import java.util.List;
import java.util.Optional;

/** Seals a plain file, afresh or over its previous sealed form. */
public final class Encrypt {
  private static final int DATA_KEY_BYTES = 32;

  /** About what one value takes in a plain file. */
  private static final int LINE_BYTES = 30;

  private final World world;
  private final KeyRing keys;

  public Encrypt(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * The sealed file.
   *
   * @param previous the sealed form that the result will replace: if it opens and was made by the
   *     same recipe, its data key and unchanged tokens are kept, and it is returned as it is when
   *     the plaintext did not change
   * @throws SealconfException if the input is already sealed (203), malformed (2), empty (92), has
   *     nothing to seal (23), or a key can't wrap (1)
   */
  public byte[] run(Input input, Output output, Recipe recipe, Optional<Input> previous) {
    Document plain = input.format().read(input.source());
    PlainChecks.refuse(plain, input, output.format());
    boolean layoutKept = output.format() == input.format() && !output.reprint();
    if (previous.isPresent()) {
      Optional<byte[]> again = over(plain, input, output, recipe, previous.get());
      if (again.isPresent()) {
        return again.get();
      }
    }
    try (SecretBytes dataKey = SecretBytes.owning(world.entropy().bytes(DATA_KEY_BYTES))) {
      List<WrappedGroup> groups = keys.wrap(dataKey, recipe.groups(), recipe.threshold());
      SealOrder order = order(recipe, dataKey, groups);
      DocumentFormat stored = output.format().sealedForm();
      Sealing sealing = sealing(input);
      return layoutKept && stored == input.format()
          ? sealing.seal(plain, order, Optional.empty(), recipe.allowNothingSealed())
          : sealing.print(plain, stored, output.indent(), order, recipe.allowNothingSealed());
    }
  }

  private Optional<byte[]> over(
      Document plain, Input input, Output output, Recipe recipe, Input previous) {
    if (output.reprint() || previous.format() != output.format()) {
      return Optional.empty();
    }
    try (SealedInput old = SealedInput.open(world, keys, previous, Strictness.NORMAL)) {
      boolean same = SameRecipe.holds(recipe, old.opened().metadata(), keys.providers());
      return same
          ? Optional.of(new Reseal(world, keys).run(old, plain, input, recipe.allowNothingSealed()))
          : Optional.empty();
    } catch (SealconfException e) {
      boolean unusable =
          e.code() == ExitCode.NO_DATA_KEY
              || e.code() == ExitCode.GENERIC
              || e.code() == ExitCode.MAC_MISMATCH
              || e.code() == ExitCode.ERROR_DECRYPTING_TREE;
      if (unusable) {
        return Optional.empty();
      }
      throw e;
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

  private Sealing sealing(Input input) {
    return new Sealing(
        Primitives.forWork(
            input.source().bytes().length / LINE_BYTES, input.source().bytes().length),
        world.entropy(),
        new MetadataReader(keys.providers()));
  }
}
