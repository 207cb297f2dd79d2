package dev.sealconf.operation;

import dev.sealconf.document.Document;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Strictness;
import java.util.Optional;

/**
 * Decides what {@code encrypt} keeps from the sealed file that it replaces. Someone else may have
 * planted that file and may know its data key, so {@code encrypt} seals no new secret under that
 * key unless the user asks for it ({@code docs/security.md §data keys}).
 */
final class Over {
  private final World world;
  private final KeyRing keys;
  private final Recipe recipe;

  Over(World world, KeyRing keys, Recipe recipe) {
    this.world = world;
    this.keys = keys;
    this.recipe = recipe;
  }

  /** Returns the new sealed file if it keeps the old data key; empty if it needs a new one. */
  Optional<byte[]> run(Document plain, Encrypt.Previous previous) {
    Strictness strictness = new Strictness(false, previous.requireSeal());
    try (OpenedFile old = OpenedFile.open(world, keys, previous.input(), strictness)) {
      Terms terms = recipe.terms();
      if (!SameRecipe.holds(terms, old.metadata(), keys.providers())) {
        return Optional.empty();
      }
      boolean sealLater =
          terms.seal() == Terms.SealPolicy.ALWAYS && old.metadata().seal().isEmpty();
      boolean keeps = recipe.reuse() || !sealLater && old.addsNothing(plain, terms.seal());
      return keeps
          ? Optional.of(old.replace(plain, terms.seal(), recipe.allowNothingSealed()))
          : Optional.empty();
    } catch (OpeningFailure | KeyFailure oldDoesNotOpen) { // Nothing of it can be kept.
      return Optional.empty();
    }
  }
}
