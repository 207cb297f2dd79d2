package dev.sealconf.keys.providers.kms.client;

import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.providers.kms.KmsKey;
import dev.sealconf.vendor.aws.client.AwsFailure;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Translates a failure of AWS KMS.
 *
 * @param action the permission that the call needs
 * @param aws translates failures common to all AWS services
 */
record KmsFailure(KmsKey key, String action, AwsFailure aws) {

  /** Translates a failed call. */
  SealconfException of(SdkException e) {
    if (!(e instanceof AwsServiceException service)) {
      return aws.ofConnection(e, "AWS KMS");
    }
    return switch (AwsFailure.name(service)) {
      case "AccessDeniedException", "AccessDenied" ->
          aws.failure("AWS KMS denies it: " + action + " is needed on the key", aws.whoAmI());
      case "NotFoundException" ->
          aws.failure("AWS KMS has no such key in that account and region", ofKey("describe-key"));
      case "DisabledException" -> aws.failure("the key is disabled", ofKey("enable-key"));
      case "KMSInvalidStateException", "InvalidStateException", "KeyUnavailableException" ->
          aws.failure(
                  "the key can't be used now: it is scheduled for deletion, or still being created",
                  ofKey("describe-key"))
              .temporary();
      case "InvalidCiphertextException" ->
          aws.failure(
              "its wrapped key or encryption context was changed, or is not of this key",
              "git log -p shows who changed the file");
      case "IncorrectKeyException" ->
          aws.failure(
              "its wrapped key is of another KMS key", "git log -p shows who changed the file");
      case "InvalidKeyUsageException" ->
          aws.failure("the key can't encrypt", ofKey("describe-key"));
      default -> aws.ofService(service, "AWS KMS");
    };
  }

  private String ofKey(String command) {
    return aws.command(
        "kms " + command + " --region " + key.region() + " --key-id " + Printable.quote(key.arn()));
  }
}
