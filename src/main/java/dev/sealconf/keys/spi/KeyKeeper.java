package dev.sealconf.keys.spi;

import dev.sealconf.io.World;
import java.util.List;
import java.util.function.Consumer;

/**
 * Manages named keys of one kind on this machine. Only {@link #rotate} changes a stored key, and it
 * keeps every existing version.
 */
public interface KeyKeeper {

  /** Returns the name used when the user gives none. */
  String defaultName();

  /**
   * Creates a key with a name that isn't taken.
   *
   * @throws dev.sealconf.error.SealconfException an {@code OutputFailure.NotWritten} if the name is
   *     taken or the key can't be written
   */
  MadeKey create(String name, KeyProtection protection, World world);

  /**
   * Adds a new version, which wraps from now on. Older versions still unwrap. The key keeps its
   * protection, and its file is replaced as a whole or not at all.
   *
   * @return the key as it is now
   * @throws dev.sealconf.error.SealconfException if there is no such key, or it can't be opened or
   *     written
   */
  StoredKey rotate(String name, World world);

  /** Lists every key it finds, without asking for a passphrase. */
  List<StoredKey> list(World world);

  /**
   * Passes the key in the clear to {@code to}, then wipes the array.
   *
   * @throws dev.sealconf.error.SealconfException if there is no such key, or it can't be opened
   */
  void export(String name, World world, Consumer<byte[]> to);
}
