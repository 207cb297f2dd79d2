package dev.sealconf.keys.providers.tink;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.io.file.NewFile;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.keys.spi.KeyKeeper;
import dev.sealconf.keys.spi.KeyProtection;
import dev.sealconf.keys.spi.MadeKey;
import dev.sealconf.keys.spi.Passphrase;
import dev.sealconf.keys.spi.StoredKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Manages keysets in the user's folder, or in the file that {@code SEALCONF_TINK_KEYSET_FILE}
 * names.
 */
public final class TinkKeyKeeper implements KeyKeeper {
  static final String DEFAULT = "default";

  @Override
  public String defaultName() {
    return DEFAULT;
  }

  @Override
  public MadeKey create(String name, KeyProtection protection, World world) {
    Path file = TinkKeysets.newFile(world, name);
    if (Files.exists(file)) {
      throw taken(name, file);
    }
    try (KeysetForm form = form(protection, "keyset " + shown(file), world)) {
      byte[] content = form.written(TinkKeyset.generate(), world);
      if (form instanceof KeysetForm.Encrypted encrypted) {
        writeUri(encrypted.uri(), KeysetUris.beside(file), world);
      }
      boolean created = NewFile.create(world, file, content);
      Arrays.fill(content, (byte) 0);
      if (!created) {
        throw taken(name, file);
      }
    }
    return new MadeKey(name, file, false);
  }

  private static KeysetForm form(KeyProtection protection, String what, World world) {
    if (protection instanceof KeyProtection.ByService service) {
      return new KeysetForm.Encrypted(service.uri());
    }
    return protection instanceof KeyProtection.ByPassphrase
        ? new KeysetForm.Locked(Passphrase.choose(world, what))
        : new KeysetForm.Clear();
  }

  /**
   * Writes the URI file next to a keyset. A file already there may have been left by a keyset that
   * was moved away.
   */
  private static void writeUri(String uri, Path file, World world) {
    byte[] line = (uri + "\n").getBytes(StandardCharsets.UTF_8);
    if (!NewFile.create(world, file, line)
        && !Arrays.equals(new SafeFile(world).read(file), line)) {
      throw new OutputFailure.NotWritten(shown(file) + " exists and names another key")
          .hint("move it; sealconf never overwrites it");
    }
  }

  @Override
  public StoredKey rotate(String name, World world) {
    Path file = file(name, world);
    AtomicReference<StoredKey> now = new AtomicReference<>();
    new SafeFile(world)
        .update(
            file,
            SafeFile.Content.PLAIN,
            before -> {
              try (OpenKeyset open = open(before.clone(), file, world)) {
                TinkKeyset rotated = open.keyset().rotated();
                now.set(new StoredKey(name, shown(file), open.form().shown(), rotated.versions()));
                return open.form().written(rotated, world);
              }
            });
    return now.get();
  }

  @Override
  public List<StoredKey> list(World world) {
    return new KeysetList(world).all();
  }

  @Override
  public void export(String name, World world, Consumer<byte[]> to) {
    Path file = file(name, world);
    try (OpenKeyset open = open(new SafeFile(world).read(file), file, world);
        SecretBytes json = open.keyset().exposedJsonBytes()) {
      to.accept(json.exposed());
    }
  }

  /** Returns the file that a name refers to. */
  private static Path file(String name, World world) {
    if (world.variable(TinkKeysets.KEYSET).isPresent()) {
      throw new UsageFailure.Mistake(
              "the keyset is in " + TinkKeysets.KEYSET + " itself, and not in a file")
          .hint("unset " + TinkKeysets.KEYSET);
    }
    Path file =
        world
            .variable(TinkKeysets.KEYSET_FILE)
            .map(world::resolve)
            .orElseGet(() -> TinkKeysets.newFile(world, name));
    if (!Files.exists(file)) {
      throw new FileFailure.Unreadable(
              "no Tink keyset " + Printable.quote(name) + ": " + shown(file) + " does not exist")
          .hint("sealconf keys tink list shows all keysets");
    }
    return file;
  }

  private static OpenKeyset open(byte[] content, Path file, World world) {
    try {
      Supplier<Optional<String>> uri = () -> KeysetUris.of(file, world);
      return OpenKeyset.of(content, shown(file), uri, world);
    } catch (KeysetException e) {
      throw new FileFailure.Unreadable("can't open " + shown(file) + ": " + e.getMessage()).from(e);
    }
  }

  private static SealconfException taken(String name, Path file) {
    return new OutputFailure.NotWritten("the keyset already exists: " + shown(file))
        .hint("sealconf keys tink rotate " + name + " adds a key to it")
        .hint("or choose another name");
  }

  private static String shown(Path file) {
    return Printable.quote(file.toString());
  }
}
