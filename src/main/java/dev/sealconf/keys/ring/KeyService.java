package dev.sealconf.keys.ring;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;

/**
 * Something that has master keys at hand: this machine's providers, or a key service somewhere
 * else. May be used from several threads.
 */
public interface KeyService extends AutoCloseable {

  /** Whether using this key sends a request over a network. */
  boolean asksNetwork(MasterKey key);

  /**
   * The text of {@code enc}, for a master key that has been completed.
   *
   * @throws dev.sealconf.error.SealconfException if it can't; a remote service names itself
   */
  String wrap(SecretBytes share, MasterKey to);

  /**
   * The bytes that were wrapped, which the caller closes.
   *
   * @throws dev.sealconf.error.SealconfException if it can't, with the reason; likewise
   */
  SecretBytes unwrap(WrappedKey key);

  /** Ends what it needed to reach its keys; called at the end of a command. */
  @Override
  default void close() {}
}
