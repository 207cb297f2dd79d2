package dev.sealconf.keys.providers.kms;

import dev.sealconf.io.World;
import dev.sealconf.keys.spi.KeyClient;

/** An AWS KMS client that also knows the user's account. */
public interface AwsClient extends KeyClient {

  /**
   * Returns the ARN of the user whose credentials are used for a key without a role. Asks AWS STS
   * once per run and profile.
   *
   * @throws dev.sealconf.error.SealconfException if AWS doesn't say
   */
  String user(KmsKey key, World world);
}
