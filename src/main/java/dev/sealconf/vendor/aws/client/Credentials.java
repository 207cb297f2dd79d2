package dev.sealconf.vendor.aws.client;

import dev.sealconf.io.World;
import dev.sealconf.vendor.aws.AwsUser;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * Finds the credentials for a request: the first source that is set up, in the order of AWS's SDK
 * for Go, which SOPS uses. If that source fails, no other is tried.
 */
public final class Credentials {
  private static final String TOKEN_FILE = "AWS_WEB_IDENTITY_TOKEN_FILE";

  private final World world;
  private final AwsSettings settings;

  /** Uses this world and these settings. */
  public Credentials(World world, AwsSettings settings) {
    this.world = world;
    this.settings = settings;
  }

  /** Returns the credentials of a user, or of the user's role if there is one. */
  public AwsCredentialsProvider of(AwsUser user) {
    AwsCredentialsProvider own = own(user);
    return user.role().isEmpty()
        ? own
        : role(
            own,
            user.region(),
            AssumeRoleRequest.builder()
                .roleArn(user.role())
                .roleSessionName(SessionName.here(world))
                .build());
  }

  private AwsCredentialsProvider own(AwsUser user) {
    ProfileCredentials profiles = new ProfileCredentials(world, settings, this, user.region());
    if (!user.profile().isEmpty()) {
      return profiles.of(user.profile());
    }
    if (environment().isPresent()) {
      return StaticCredentialsProvider.create(environment().get());
    }
    if (world.variable(TOKEN_FILE).isPresent()) {
      return webIdentity(
          user.region(),
          world.variable(TOKEN_FILE).get(),
          world.variable("AWS_ROLE_ARN").orElse(""),
          world.variable("AWS_ROLE_SESSION_NAME"));
    }
    return profiles.of(settings.profileName(""));
  }

  /** Returns the access key in the environment, if any. */
  Optional<AwsCredentials> environment() {
    Optional<String> id = world.variable("AWS_ACCESS_KEY_ID");
    Optional<String> secret = world.variable("AWS_SECRET_ACCESS_KEY");
    Optional<String> token = world.variable("AWS_SESSION_TOKEN");
    if (id.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(of(id.get(), secret.get(), token));
  }

  /** Creates credentials from an access key, with a session token if there is one. */
  public static AwsCredentials of(String id, String secret, Optional<String> token) {
    return token.isPresent()
        ? AwsSessionCredentials.create(id, secret, token.get())
        : AwsBasicCredentials.create(id, secret);
  }

  /** Returns credentials for a role, assumed with the credentials {@code others}. */
  AwsCredentialsProvider role(
      AwsCredentialsProvider others, String region, AssumeRoleRequest request) {
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts(region, others))
        .refreshRequest(request)
        .build();
  }

  /** Returns credentials for a role, assumed with the token in a file, as in Kubernetes pods. */
  AwsCredentialsProvider webIdentity(
      String region, String file, String role, Optional<String> sessionName) {
    return StsWebIdentityTokenFileCredentialsProvider.builder()
        .stsClient(sts(region, AnonymousCredentialsProvider.create()))
        .webIdentityTokenFile(world.resolve(file))
        .roleArn(role)
        .roleSessionName(sessionName.orElseGet(() -> SessionName.here(world)))
        .build();
  }

  private StsClient sts(String region, AwsCredentialsProvider others) {
    return settings.client(StsClient.builder(), "STS", region, settings.profileName(""), others);
  }
}
