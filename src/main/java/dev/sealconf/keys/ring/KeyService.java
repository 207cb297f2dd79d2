package dev.sealconf.keys.ring;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;

/**
 * Something that can use master keys: this machine's providers, or a key service in another
 * process. Safe for use by several threads.
 */
public interface KeyService extends AutoCloseable {

  /** Returns whether using this key sends a request over a network. */
  boolean asksNetwork(MasterKey key);

  /**
   * Wraps a share and returns the text for {@code enc}.
   *
   * @param to a completed master key
   * @throws dev.sealconf.error.SealconfException if it can't; a remote service names itself in the
   *     message
   */
  String wrap(SecretBytes share, MasterKey to);

  /**
   * Unwraps a share, which the caller closes.
   *
   * @throws dev.sealconf.error.SealconfException saying why it can't; a remote service names itself
   *     in the message
   */
  SecretBytes unwrap(WrappedKey key);

  /** Closes the connections to the keys. Called at the end of a command. */
  @Override
  default void close() {}
}
