package dev.sealconf.keys.spi;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;

/**
 * A vendor's client, behind a provider that keeps its keys with that vendor. It lies with the
 * vendor's jars in a folder of its own and is loaded when it is first needed ({@code JarFolder});
 * an instance serves one run, from several threads.
 */
public interface KeyClient {

  /**
   * The text of {@code enc} for a share of 32 or 33 bytes.
   *
   * @throws dev.sealconf.error.SealconfException with {@code GENERIC}, saying which step failed,
   *     without the vendor's words
   */
  String wrap(SecretBytes share, MasterKey to, World world);

  /**
   * The bytes that were wrapped.
   *
   * @throws dev.sealconf.error.SealconfException with {@code NO_DATA_KEY}, likewise
   */
  SecretBytes unwrap(WrappedKey key, World world);
}
