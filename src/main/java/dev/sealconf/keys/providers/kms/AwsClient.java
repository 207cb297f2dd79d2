package dev.sealconf.keys.providers.kms;

import dev.sealconf.io.World;
import dev.sealconf.keys.spi.KeyClient;

/** The client of AWS KMS, which also knows in which account the user is. */
public interface AwsClient extends KeyClient {

  /**
   * The ARN of the user whose credentials a key without a role is asked with. AWS STS is asked,
   * once in a run for each profile.
   *
   * @throws dev.sealconf.error.SealconfException with {@code NO_DATA_KEY} if that can't be found
   *     out
   */
  String user(KmsKey key, World world);
}
