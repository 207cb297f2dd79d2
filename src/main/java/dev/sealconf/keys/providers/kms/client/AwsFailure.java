package dev.sealconf.keys.providers.kms.client;

import dev.sealconf.error.FailureType;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.net.Network;
import dev.sealconf.keys.providers.kms.KmsKey;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What failed at AWS, in our words, because AWS quotes what was sent. The first hint is what would
 * most likely help. Whatever is wrong with the network or with credentials is temporary: the user
 * can sign in again.
 *
 * @param action the permission that the call needs
 * @param type the type of every failure
 */
record AwsFailure(KmsKey key, String action, FailureType type) {

  /** What the environment or the user's files have wrong. */
  SealconfException of(SealconfException failure) {
    return failure.as(type).temporary();
  }

  /** A call for credentials failed. */
  SealconfException ofCredentials(SdkException e) {
    return aboutCredentials(e).temporary();
  }

  private SealconfException aboutCredentials(SdkException e) {
    if (!(e instanceof AwsServiceException service)) {
      return ours(e)
          .orElseGet(
              () ->
                  unreachable(e)
                      .orElseGet(() -> failure("no AWS credentials could be had", whoAmI())));
    }
    String role =
        key.role().isEmpty() ? "the role of the profile" : "role " + Printable.quote(key.role());
    return switch (name(service)) {
      case "AccessDenied", "AccessDeniedException", "ForbiddenException" ->
          failure("AWS STS denies " + role + ": sts:AssumeRole is needed", whoAmI());
      case "UnauthorizedException" -> failure("AWS does not take the login any more", login());
      default -> common(service, "AWS STS");
    };
  }

  /** The call that says who the user is failed. */
  SealconfException ofIdentity(SdkException e) {
    return e instanceof AwsServiceException service
        ? common(service, "AWS STS").temporary()
        : ofCredentials(e);
  }

  /** A call of KMS failed. */
  SealconfException ofKms(SdkException e) {
    if (!(e instanceof AwsServiceException service)) {
      return ours(e)
          .orElseGet(
              () ->
                  unreachable(e)
                      .orElseGet(() -> failure("AWS KMS did not answer", whoAmI()))
                      .temporary());
    }
    return switch (name(service)) {
      case "AccessDeniedException", "AccessDenied" ->
          failure("AWS KMS denies it: " + action + " is needed on the key", whoAmI());
      case "NotFoundException" ->
          failure("AWS KMS has no such key in that account and region", describe());
      case "DisabledException" -> failure("the key is disabled", aws("kms enable-key", true));
      case "KMSInvalidStateException", "InvalidStateException", "KeyUnavailableException" ->
          failure("the key can't be used now: it is deleted, or being made", describe())
              .temporary();
      case "InvalidCiphertextException" ->
          failure(
              "its wrapped key or encryption context was changed, or is not of this key",
              "git log -p shows who changed the file");
      case "IncorrectKeyException" ->
          failure("its wrapped key is of another KMS key", "git log -p shows who changed the file");
      case "InvalidKeyUsageException" -> failure("the key is not one that encrypts", describe());
      default -> common(service, "AWS KMS");
    };
  }

  private SealconfException common(AwsServiceException e, String who) {
    if (e.isThrottlingException()) {
      return failure(who + " was too busy, " + Network.ATTEMPTS + " times", "try again in a minute")
          .temporary();
    }
    return switch (name(e)) {
      case "ExpiredToken", "ExpiredTokenException" ->
          failure("the AWS credentials have expired", login()).temporary();
      case "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "SignatureDoesNotMatch",
          "IncompleteSignature",
          "IncompleteSignatureException",
          "InvalidIdentityToken" ->
          failure(who + " does not know the AWS credentials", aws("configure list", false))
              .temporary();
      case "RequestExpired", "RequestTimeTooSkewed" ->
          failure("the clock of this machine is wrong", "date -u").temporary();
      default -> refused(e, who);
    };
  }

  private SealconfException refused(AwsServiceException e, String who) {
    SealconfException failure =
        failure(who + " refused with " + e.statusCode() + shown(e), whoAmI());
    return e.statusCode() >= 500 ? failure.temporary() : failure;
  }

  private Optional<SealconfException> unreachable(Throwable e) {
    String kms = "AWS in " + key.region();
    if (cause(e, UnknownHostException.class).isPresent()) {
      return Optional.of(
          failure("the host of " + kms + " is not found", "echo $AWS_ENDPOINT_URL $HTTPS_PROXY"));
    }
    if (cause(e, SSLException.class).isPresent()) {
      return Optional.of(
          failure(
              "the certificate of " + kms + " is not trusted",
              "export SSL_CERT_FILE=FILE.pem with the authority that signed it"));
    }
    if (cause(e, SocketTimeoutException.class).isPresent()) {
      return Optional.of(failure(kms + " did not answer in time", "echo $HTTPS_PROXY $NO_PROXY"));
    }
    return cause(e, IOException.class)
        .map(x -> failure(kms + " can't be reached", "echo $AWS_ENDPOINT_URL $HTTPS_PROXY"));
  }

  /** A failure of ours that the SDK has wrapped. */
  private Optional<SealconfException> ours(Throwable e) {
    return cause(e, SealconfException.class).map(this::of);
  }

  private static <T extends Throwable> Optional<T> cause(Throwable e, Class<T> type) {
    Throwable at = e;
    for (int depth = 0; at != null && depth < 20; depth++) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
      at = at.getCause();
    }
    return Optional.empty();
  }

  private static String name(AwsServiceException e) {
    AwsErrorDetails details = e.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : details.errorCode();
  }

  /** The name of an error, if it is nothing but a name. */
  private static String shown(AwsServiceException e) {
    String name = name(e);
    boolean plain =
        name.length() < 64 && name.chars().allMatch(c -> c < 128 && Character.isLetter(c));
    return plain && !name.isEmpty() ? " " + name : "";
  }

  private String whoAmI() {
    return aws("sts get-caller-identity", false);
  }

  private String login() {
    return aws("sso login", false);
  }

  private String describe() {
    return aws("kms describe-key", true);
  }

  private String aws(String command, boolean ofKey) {
    StringBuilder text = new StringBuilder("aws ").append(command);
    if (ofKey) {
      text.append(" --region ").append(key.region());
      text.append(" --key-id ").append(Printable.quote(key.arn()));
    }
    if (!key.profile().isEmpty()) {
      text.append(" --profile ").append(Printable.quote(key.profile()));
    }
    return text.toString();
  }

  private SealconfException failure(String message, String hint) {
    return type.of(message).hint(hint);
  }
}
