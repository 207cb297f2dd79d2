package dev.sealconf.keys.spi;

import dev.sealconf.io.World;
import java.util.List;
import java.util.function.Consumer;

/**
 * Manages named keys of one kind on this machine. Nothing is ever overwritten except by {@link
 * #rotate}, which keeps every key that is there.
 */
public interface KeyKeeper {

  /** The name that is meant where none is given. */
  String defaultName();

  /**
   * Makes a key under a name that is free.
   *
   * @throws dev.sealconf.error.SealconfException with {@code COULD_NOT_WRITE_OUTPUT} if the name is
   *     taken or the key can't be written
   */
  MadeKey create(String name, KeyProtection protection, World world);

  /**
   * Adds a new key that wraps from now on; what older ones have wrapped still opens. Protected as
   * before, and replaced as a whole or not at all.
   *
   * @return what there is now
   * @throws dev.sealconf.error.SealconfException if there is no such key, it can't be opened, or it
   *     can't be written
   */
  StoredKey rotate(String name, World world);

  /** Everything that is found, without asking anybody for a passphrase. */
  List<StoredKey> list(World world);

  /**
   * Hands out the key in the clear; the array is wiped afterwards.
   *
   * @throws dev.sealconf.error.SealconfException if there is no such key, or it can't be opened
   */
  void export(String name, World world, Consumer<byte[]> to);
}
