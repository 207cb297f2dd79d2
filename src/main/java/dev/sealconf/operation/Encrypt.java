package dev.sealconf.operation;

import dev.sealconf.document.Document;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.PlainChecks;
import java.util.Optional;

/** Seals a plain file, as a new file or in place of its previous sealed form. */
public final class Encrypt {

  /**
   * The sealed form that the result replaces.
   *
   * @param requireSeal whether to keep nothing from it if it has no seal
   */
  public record Previous(Input input, boolean requireSeal) {}

  private final World world;
  private final KeyRing keys;

  /** Seals files for keys of this ring's providers. */
  public Encrypt(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * Returns the sealed file.
   *
   * @param previous the sealed form that the result will replace, if there is one; {@code Over}
   *     decides what to keep from it
   * @throws SealconfException if the input is already sealed (203), malformed (2) or empty (92),
   *     has nothing to seal (23), or a key can't wrap (1)
   */
  public byte[] run(Input input, Output output, Recipe recipe, Optional<Previous> previous) {
    Document plain = input.format().read(input.source());
    PlainChecks.refuse(plain, input, output.format());
    boolean layoutKept = output.format() == input.format() && !output.reprint();
    Optional<byte[]> kept =
        previous
            .filter(old -> layoutKept && old.input().format() == output.format())
            .flatMap(old -> new Over(world, keys, recipe).run(plain, old));
    if (kept.isPresent()) {
      return kept.get();
    }
    try (SealingKey key = SealingKey.wrap(world, keys, recipe, input.source().name())) {
      return key.seal(plain, input, output);
    }
  }
}
