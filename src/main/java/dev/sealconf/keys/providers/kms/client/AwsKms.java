package dev.sealconf.keys.providers.kms.client;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.FailureType;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.providers.kms.AwsClient;
import dev.sealconf.keys.providers.kms.KmsKey;
import dev.sealconf.vendor.aws.client.AwsFailure;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.EncryptResponse;

/** AWS KMS through the vendor's SDK: the operations Encrypt and Decrypt. */
public final class AwsKms implements AwsClient {
  private AwsSession session;

  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    KmsKey key = KmsKey.of(to.fields()).checked();
    KmsFailure failure = failure(key, "kms:Encrypt", KeyFailure.NotWrapped::new);
    AwsSession.Access access = access(key, world, failure.aws());
    try {
      EncryptResponse answer =
          access
              .kms()
              .encrypt(
                  request ->
                      request
                          .keyId(key.arn())
                          .plaintext(SdkBytes.fromByteArrayUnsafe(share.exposed()))
                          .encryptionContext(key.context()));
      return Base64.getEncoder().encodeToString(answer.ciphertextBlob().asByteArray());
    } catch (SdkException e) {
      throw failure.of(e).from(e);
    }
  }

  @Override
  public SecretBytes unwrap(WrappedKey wrapped, World world) {
    byte[] ciphertext = ciphertext(wrapped);
    KmsKey key = checked(wrapped);
    KmsFailure failure = failure(key, "kms:Decrypt", KeyFailure.NotUnwrapped::new);
    AwsSession.Access access = access(key, world, failure.aws());
    try {
      DecryptResponse answer =
          access
              .kms()
              .decrypt(
                  request ->
                      request
                          .keyId(key.arn())
                          .ciphertextBlob(SdkBytes.fromByteArray(ciphertext))
                          .encryptionContext(key.context()));
      return SecretBytes.owning(answer.plaintext().asByteArrayUnsafe());
    } catch (SdkException e) {
      throw failure.of(e).from(e);
    }
  }

  @Override
  public String user(KmsKey key, World world) {
    AwsFailure failure = new AwsFailure(key.user(), KeyFailure.NotUnwrapped::new);
    try {
      return session(world).account(key.user());
    } catch (SdkException e) {
      throw failure.ofIdentity(e).from(e);
    } catch (SealconfException e) {
      throw failure.of(e);
    }
  }

  private static KmsFailure failure(KmsKey key, String action, FailureType type) {
    return new KmsFailure(key, action, new AwsFailure(key.user(), type));
  }

  private static KmsKey checked(WrappedKey wrapped) {
    try {
      return KmsKey.of(wrapped.masterKey().fields()).checked();
    } catch (SealconfException e) {
      throw e.as(KeyFailure.NotUnwrapped::new);
    }
  }

  private static byte[] ciphertext(WrappedKey wrapped) {
    try {
      return Base64.getDecoder().decode(wrapped.enc());
    } catch (IllegalArgumentException e) {
      throw damaged().from(e);
    }
  }

  private static SealconfException damaged() {
    return new KeyFailure.NotUnwrapped("its wrapped key is not base64")
        .hint("git log -p shows who changed the file");
  }

  /**
   * Gets credentials before the request, so that a problem with them isn't reported as a problem
   * with the key. Drops a session that has no credentials, so that the next key notices a new
   * login.
   */
  private AwsSession.Access access(KmsKey key, World world, AwsFailure failure) {
    AwsSession current = null;
    try {
      current = session(world);
      AwsSession.Access access = current.access(key.user());
      access.credentials().resolveCredentials();
      return access;
    } catch (SdkException e) {
      drop(current);
      throw failure.ofCredentials(e).from(e);
    } catch (SealconfException e) {
      drop(current);
      throw failure.of(e);
    }
  }

  private synchronized void drop(AwsSession dropped) {
    if (session == dropped) {
      session = null;
    }
  }

  private synchronized AwsSession session(World world) {
    if (session == null) {
      session = new AwsSession(world);
    }
    return session;
  }
}
