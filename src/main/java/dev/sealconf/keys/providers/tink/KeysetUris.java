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

/** The Tink URIs by which encrypted keysets name the keys of key services. */
final class KeysetUris {
  /** Says which key an encrypted keyset needs that has no file beside it to say so. */
  static final String VARIABLE = "SEALCONF_TINK_KMS_URI";

  private static final String BESIDE = ".kms_key_uri";

  private KeysetUris() {}

  /** The file that names the key of a keyset's file. */
  static Path beside(Path keyset) {
    return keyset.resolveSibling(keyset.getFileName() + BESIDE);
  }

  /**
   * What the file beside a keyset says, or else the variable.
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
   * The key that a URI names, by a key service of ours or by the {@code KmsClient} of a third
   * party.
   *
   * @throws SealconfException if no provider handles such URIs, or it is malformed
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
