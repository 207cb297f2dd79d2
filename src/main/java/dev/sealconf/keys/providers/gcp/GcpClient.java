package dev.sealconf.keys.providers.gcp;

import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.KeyClient;
import java.util.Optional;

/**
 * A Google Cloud KMS client that can also encrypt with associated data, and that knows the user's
 * project.
 */
public interface GcpClient extends KeyClient {

  /**
   * Returns the id of the project that the user's credentials belong to, or empty if they belong to
   * none.
   *
   * @throws dev.sealconf.error.SealconfException if there are no credentials
   */
  Optional<String> project(MasterKey key, World world);

  /**
   * Encrypts bytes with a key.
   *
   * @param associatedData authenticated with the ciphertext; may be empty
   * @throws dev.sealconf.error.SealconfException if the key can't encrypt them
   */
  byte[] encrypt(byte[] plaintext, byte[] associatedData, MasterKey key, World world);

  /**
   * Decrypts bytes with a key.
   *
   * @param associatedData must be the same as for encryption
   * @throws dev.sealconf.error.SealconfException if the key can't decrypt them
   */
  byte[] decrypt(byte[] ciphertext, byte[] associatedData, MasterKey key, World world);
}
