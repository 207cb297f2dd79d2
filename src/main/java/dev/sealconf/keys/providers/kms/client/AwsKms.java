package dev.sealconf.keys.providers.kms.client;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyClient;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;

/** AWS KMS by the vendor's SDK. */
public final class AwsKms implements KeyClient {
  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    throw new SealconfException(ExitCode.GENERIC, "AWS KMS is not there yet");
  }

  @Override
  public SecretBytes unwrap(WrappedKey key, World world) {
    throw new SealconfException(ExitCode.NO_DATA_KEY, "AWS KMS is not there yet");
  }
}
