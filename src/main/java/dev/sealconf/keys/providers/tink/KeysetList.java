package dev.sealconf.keys.providers.tink;

import com.google.crypto.tink.JsonKeysetReader;
import com.google.crypto.tink.proto.KeysetInfo;
import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.io.file.KeyFile;
import dev.sealconf.keys.providers.age.LockedFile;
import dev.sealconf.keys.spi.StoredKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lists the keysets on this machine and describes them as far as possible without decrypting them.
 */
final class KeysetList {
  /** Shown as the name of a keyset in a variable, which is used for every name. */
  private static final String EVERY_NAME = "*";

  private static final String ENDING = ".json";

  private final World world;
  private final List<StoredKey> found = new ArrayList<>();

  KeysetList(World world) {
    this.world = world;
  }

  /** Returns the keysets from the environment, then those in the user's folder sorted by name. */
  List<StoredKey> all() {
    world
        .variable(TinkKeysets.KEYSET)
        .ifPresent(
            json -> {
              Optional<String> uri = world.variable(KeysetUris.VARIABLE);
              byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
              found.add(kept(EVERY_NAME, TinkKeysets.KEYSET, bytes, uri));
            });
    world
        .variable(TinkKeysets.KEYSET_FILE)
        .map(world::resolve)
        .ifPresent(file -> add(EVERY_NAME, file));
    TinkKeysets.defaultFile(world, "x").map(Path::getParent).ifPresent(this::addFolder);
    return found;
  }

  private void addFolder(Path folder) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ENDING)) {
        all.forEach(files::add);
      } catch (IOException e) {
        world
            .tell()
            .warn("the folder of keysets can't be read: " + Printable.quote(folder.toString()));
      }
    }
    files.sort(null);
    for (Path file : files) {
      String name = file.getFileName().toString();
      add(name.substring(0, name.length() - ENDING.length()), file);
    }
  }

  private void add(String name, Path file) {
    String place = Printable.quote(file.toString());
    KeyFile read = KeyFile.read(file, world);
    found.add(
        read instanceof KeyFile.Found content
            ? kept(name, place, content.content(), KeysetUris.of(file, world))
            : new StoredKey(name, place, ((KeyFile.Absent) read).why(), List.of()));
  }

  private static StoredKey kept(String name, String place, byte[] content, Optional<String> uri) {
    if (LockedFile.looksLocked(content)) {
      return new StoredKey(name, place, KeysetForm.Locked.SHOWN, List.of());
    }
    String json = new String(content, StandardCharsets.UTF_8);
    Arrays.fill(content, (byte) 0);
    if (OpenKeyset.isEncrypted(json)) {
      String by = uri.map(text -> new KeysetForm.Encrypted(text).shown()).orElse("encrypted");
      return new StoredKey(name, place, by, described(json));
    }
    return TinkKeyset.parse(json)
        .map(k -> new StoredKey(name, place, new KeysetForm.Clear().shown(), k.versions()))
        .orElseGet(() -> new StoredKey(name, place, TinkKeyset.NONE, List.of()));
  }

  /** Reads what an encrypted keyset says about itself in the clear. Nothing verifies it. */
  private static List<StoredKey.Version> described(String json) {
    List<StoredKey.Version> versions = new ArrayList<>();
    try {
      KeysetInfo info = JsonKeysetReader.withString(json).readEncrypted().getKeysetInfo();
      for (KeysetInfo.KeyInfo key : info.getKeyInfoList()) {
        versions.add(
            new StoredKey.Version(
                Integer.toUnsignedString(key.getKeyId()),
                key.getStatus().name().toLowerCase(Locale.ROOT),
                key.getKeyId() == info.getPrimaryKeyId()));
      }
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
    return versions;
  }
}
