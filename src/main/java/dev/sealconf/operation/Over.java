package dev.sealconf.operation;

import dev.sealconf.document.Document;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.SealedInput;
import dev.sealconf.operation.file.Strictness;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what {@code encrypt} keeps of the sealed file that it replaces. Somebody else may have
 * planted that file and may know its data key, so no new secret is sealed under this key unless the
 * user asks for it ({@code docs/security.md §data keys}).
 */
final class Over {
  /** The old file does not open, so nothing of it can be kept. */
  private static final Set<ExitCode> UNUSABLE =
      Set.of(
          ExitCode.NO_DATA_KEY,
          ExitCode.GENERIC,
          ExitCode.MAC_MISMATCH,
          ExitCode.ERROR_DECRYPTING_TREE);

  private final World world;
  private final KeyRing keys;
  private final Recipe recipe;

  Over(World world, KeyRing keys, Recipe recipe) {
    this.world = world;
    this.keys = keys;
    this.recipe = recipe;
  }

  /** The new sealed file if it keeps the old data key; empty if it needs a new one. */
  Optional<byte[]> run(Document plain, Input input, Encrypt.Previous previous) {
    Strictness strictness = new Strictness(false, previous.requireSeal());
    try (SealedInput old = SealedInput.open(world, keys, previous.input(), strictness)) {
      Metadata metadata = old.opened().metadata();
      if (!SameRecipe.holds(recipe, metadata, keys.providers())) {
        return Optional.empty();
      }
      Reseal reseal = new Reseal(world, keys);
      boolean sealLater = recipe.seal() && metadata.seal().isEmpty();
      boolean keeps =
          recipe.reuse() || !sealLater && reseal.addsNothing(old, plain, input, recipe.seal());
      return keeps ? Optional.of(reseal.over(old, plain, input, recipe)) : Optional.empty();
    } catch (SealconfException e) {
      if (UNUSABLE.contains(e.code())) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
