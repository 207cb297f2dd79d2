package dev.sealconf.keys.providers.gcp;

import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.KeyClient;
import java.util.Optional;

/**
 * The client of Google Cloud KMS, which can also tie what it encrypts to associated data, and knows
 * in which project the user is.
 */
public interface GcpClient extends KeyClient {

  /**
   * The id of the project that the credentials in use belong to; empty if they belong to none.
   *
   * @throws dev.sealconf.error.SealconfException with {@code NO_DATA_KEY} if there are no
   *     credentials
   */
  Optional<String> project(MasterKey key, World world);

  /**
   * Bytes encrypted by a key; {@code associatedData} may be empty.
   *
   * @throws dev.sealconf.error.SealconfException with {@code GENERIC}
   */
  byte[] encrypt(byte[] plaintext, byte[] associatedData, MasterKey key, World world);

  /**
   * The bytes that were encrypted by a key together with this associated data.
   *
   * @throws dev.sealconf.error.SealconfException with {@code NO_DATA_KEY}
   */
  byte[] decrypt(byte[] ciphertext, byte[] associatedData, MasterKey key, World world);
}
