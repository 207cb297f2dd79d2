package dev.sealconf.keys.spi;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;

/**
 * A vendor's client, used by the provider for that vendor's keys. It is installed with the vendor's
 * jars in its own folder and loaded when first needed ({@code JarFolder}). An instance serves one
 * run, from several threads.
 */
public interface KeyClient {

  /**
   * Wraps a share of 32 or 33 bytes and returns the text for {@code enc}.
   *
   * @throws dev.sealconf.error.SealconfException a {@code KeyFailure.NotWrapped} that says which
   *     step failed, without quoting the vendor
   */
  String wrap(SecretBytes share, MasterKey to, World world);

  /**
   * Unwraps a share, which the caller closes.
   *
   * @throws dev.sealconf.error.SealconfException a {@code KeyFailure.NotUnwrapped} that says which
   *     step failed, without quoting the vendor
   */
  SecretBytes unwrap(WrappedKey key, World world);
}
