package dev.sealconf.keys.providers.tink;

import com.google.crypto.tink.Aead;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.plugin.ClientKeys;
import dev.sealconf.plugin.PluginFolders;
import dev.sealconf.plugin.WrappingKeys;
import dev.sealconf.services.ServiceClasses;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the key that encrypts a keyset, by its Tink URI. */
final class KeysetUris {
  /** Names the key of an encrypted keyset that has no URI file next to it. */
  static final String VARIABLE = "SEALCONF_TINK_KMS_URI";

  private static final String BESIDE = ".kms_key_uri";

  private KeysetUris() {}

  /** Returns the URI file of a keyset file. */
  static Path beside(Path keyset) {
    return keyset.resolveSibling(keyset.getFileName() + BESIDE);
  }

  /**
   * Returns the URI in the file next to a keyset, or else in the variable.
   *
   * @throws SealconfException if the file can't be read
   */
  static Optional<String> of(Path keyset, World world) {
    Path beside = beside(keyset);
    if (!Files.isRegularFile(beside)) {
      return world.variable(VARIABLE);
    }
    return Optional.of(
        new String(new SafeFile(world).read(beside), StandardCharsets.UTF_8).strip());
  }

  /**
   * Returns the key for a URI, from a built-in key service or from a third party's {@code
   * KmsClient}.
   *
   * @throws SealconfException if no provider handles such URIs, or the URI is malformed
   */
  static Aead key(String uri, World world) {
    List<String> known = new ArrayList<>();
    for (WrappingKeys keys : ServiceClasses.of(WrappingKeys.class).all()) {
      if (keys.supports(uri)) {
        return keys.aead(uri, world);
      }
      known.add(keys.prefix() + "…");
    }
    List<WrappingKeys> foreign = new ArrayList<>();
    new PluginFolders(world)
        .visit(
            KeyProviders.ownIds(),
            (folder, classes) -> ClientKeys.in(classes).ifPresent(foreign::add));
    for (WrappingKeys keys : foreign) {
      if (keys.supports(uri)) {
        return keys.aead(uri, world);
      }
    }
    SealconfException failure =
        new KeyFailure.Malformed("no provider here handles keys like " + Printable.quote(uri));
    if (!known.isEmpty()) {
      known.sort(null);
      failure = failure.hint("there is " + String.join(", ", known));
    }
    throw failure.hint("a folder with a Tink KmsClient adds more: docs/extending.md");
  }
}
