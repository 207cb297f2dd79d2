package dev.sealconf.vendor.aws.client;

import dev.sealconf.error.FailureType;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.net.Network;
import dev.sealconf.vendor.aws.AwsUser;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Translates AWS failures into our own words, because AWS repeats what was sent. The first hint
 * says what would most likely help. Network and credential failures are temporary, because the user
 * can sign in again.
 *
 * @param type the type of every failure
 */
public record AwsFailure(AwsUser user, FailureType type) {

  /** Translates an error in the environment or in the user's files. */
  public SealconfException of(SealconfException failure) {
    return failure.as(type).temporary();
  }

  /** Translates a failed request for credentials. */
  public SealconfException ofCredentials(SdkException e) {
    return aboutCredentials(e).temporary();
  }

  private SealconfException aboutCredentials(SdkException e) {
    if (!(e instanceof AwsServiceException service)) {
      return ours(e)
          .orElseGet(
              () ->
                  unreachable(e)
                      .orElseGet(() -> failure("no AWS credentials were found", whoAmI())));
    }
    String role =
        user.role().isEmpty() ? "the role of the profile" : "role " + Printable.quote(user.role());
    return switch (name(service)) {
      case "AccessDenied", "AccessDeniedException", "ForbiddenException" ->
          failure("AWS STS denies " + role + ": sts:AssumeRole is needed", whoAmI());
      case "UnauthorizedException" -> failure("AWS no longer accepts the login", login());
      default -> common(service, "AWS STS");
    };
  }

  /** Translates a failed request for the user's identity. */
  public SealconfException ofIdentity(SdkException e) {
    return e instanceof AwsServiceException service
        ? common(service, "AWS STS").temporary()
        : ofCredentials(e);
  }

  /**
   * Translates a request that got no answer.
   *
   * @param who the service, by AWS's name for it
   */
  public SealconfException ofConnection(SdkException e, String who) {
    return ours(e)
        .orElseGet(() -> unreachable(e).orElseGet(() -> failure(who + " did not answer", whoAmI())))
        .temporary();
  }

  /**
   * Translates a refusal that any AWS service can return.
   *
   * @param who the service, by AWS's name for it
   */
  public SealconfException ofService(AwsServiceException e, String who) {
    return common(e, who);
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
          failure(who + " does not know the AWS credentials", command("configure list"))
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
    String kms = "AWS in " + user.region();
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

  /** Returns our own failure if the SDK has wrapped one. */
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

  /** Returns the name of an error, or an empty text if it has none. */
  public static String name(AwsServiceException e) {
    AwsErrorDetails details = e.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : details.errorCode();
  }

  /** Returns the name of an error if it is safe to show. */
  private static String shown(AwsServiceException e) {
    String name = name(e);
    boolean plain =
        name.length() < 64 && name.chars().allMatch(c -> c < 128 && Character.isLetter(c));
    return plain && !name.isEmpty() ? " " + name : "";
  }

  /** Returns the command that shows whose credentials are in use. */
  public String whoAmI() {
    return command("sts get-caller-identity");
  }

  private String login() {
    return command("sso login");
  }

  /** Returns an AWS CLI command with the profile. */
  public String command(String words) {
    String profile =
        user.profile().isEmpty() ? "" : " --profile " + Printable.quote(user.profile());
    return "aws " + words + profile;
  }

  /** Creates any other failure. */
  public SealconfException failure(String message, String hint) {
    return type.of(message).hint(hint);
  }
}
