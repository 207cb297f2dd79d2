package dev.sealconf.vendor.aws.client;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/** Finds the credentials for a profile, or those of the machine if the profile has none. */
final class ProfileCredentials {
  private final World world;
  private final AwsSettings settings;
  private final Credentials credentials;
  private final String region;
  private final Set<String> visited = new HashSet<>();

  ProfileCredentials(World world, AwsSettings settings, Credentials credentials, String region) {
    this.world = world;
    this.settings = settings;
    this.credentials = credentials;
    this.region = region;
  }

  /**
   * Returns the credentials of a profile.
   *
   * @throws SealconfException if there is no such profile, or it needs something that this program
   *     doesn't support
   */
  AwsCredentialsProvider of(String name) {
    Optional<Profile> profile = settings.profiles().profile(name);
    if (profile.isEmpty() && !name.equals("default")) {
      throw failure("no profile " + Printable.quote(name) + " in " + files())
          .hint("aws configure list-profiles");
    }
    return profile.map(this::of).orElseGet(() -> machine("default"));
  }

  private AwsCredentialsProvider of(Profile profile) {
    if (has(profile, ProfileProperty.ROLE_ARN)
        && (has(profile, ProfileProperty.SOURCE_PROFILE)
            || has(profile, ProfileProperty.CREDENTIAL_SOURCE))) {
      return role(profile);
    }
    if (has(profile, ProfileProperty.AWS_ACCESS_KEY_ID)) {
      return keys(profile);
    }
    if (has(profile, ProfileProperty.WEB_IDENTITY_TOKEN_FILE)) {
      return credentials.webIdentity(
          region,
          text(profile, ProfileProperty.WEB_IDENTITY_TOKEN_FILE),
          text(profile, ProfileProperty.ROLE_ARN),
          profile.property(ProfileProperty.ROLE_SESSION_NAME));
    }
    if (SsoLogin.isIn(profile)) {
      return new SsoLogin(world, settings, profile).credentials();
    }
    return has(profile, ProfileProperty.CREDENTIAL_PROCESS)
        ? byProcess(profile)
        : machine(profile.name());
  }

  private AwsCredentialsProvider role(Profile profile) {
    String name = profile.name();
    if (!visited.add(name)) {
      throw failure("the profiles of " + files() + " refer to each other in a loop")
          .hint("look for source_profile there");
    }
    if (has(profile, ProfileProperty.MFA_SERIAL)) {
      throw failure(
              "profile " + Printable.quote(name) + " needs a code, which sealconf can't ask for")
          .hint(exported(name));
    }
    AssumeRoleRequest.Builder request =
        AssumeRoleRequest.builder()
            .roleArn(text(profile, ProfileProperty.ROLE_ARN))
            .externalId(profile.property(ProfileProperty.EXTERNAL_ID).orElse(null))
            .roleSessionName(
                profile
                    .property(ProfileProperty.ROLE_SESSION_NAME)
                    .orElseGet(() -> SessionName.here(world)));
    return credentials.role(source(profile), region, request.build());
  }

  private AwsCredentialsProvider source(Profile profile) {
    Optional<String> other = profile.property(ProfileProperty.SOURCE_PROFILE);
    if (other.isPresent()) {
      return other.get().equals(profile.name()) ? keys(profile) : of(other.get());
    }
    return switch (text(profile, ProfileProperty.CREDENTIAL_SOURCE)) {
      case "Environment" ->
          StaticCredentialsProvider.create(
              credentials
                  .environment()
                  .orElseThrow(
                      () -> failure("AWS_ACCESS_KEY_ID is not set").hint("aws configure")));
      case "EcsContainer" -> ContainerCredentialsProvider.builder().build();
      default -> instance();
    };
  }

  /** Returns the machine's own credentials, from its container or its EC2 instance. */
  private AwsCredentialsProvider machine(String profile) {
    if (world.variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI").isPresent()
        || world.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent()) {
      return ContainerCredentialsProvider.builder().build();
    }
    AwsCredentialsProvider instance = instance();
    boolean asked =
        !world.variable("AWS_EC2_METADATA_DISABLED").orElse("").equalsIgnoreCase("true");
    return () -> {
      try {
        if (asked) {
          return instance.resolveCredentials();
        }
      } catch (SdkException e) {
        throw nothingFound(profile, ", and this machine has no instance profile").from(e);
      }
      throw nothingFound(profile, "");
    };
  }

  private AwsCredentialsProvider instance() {
    InstanceProfileCredentialsProvider.Builder builder =
        InstanceProfileCredentialsProvider.builder()
            .profileFile(settings.profiles())
            .profileName(settings.profileName(""));
    world.variable("AWS_EC2_METADATA_SERVICE_ENDPOINT").ifPresent(builder::endpoint);
    return builder.build();
  }

  private SealconfException nothingFound(String profile, String more) {
    String where = "AWS_ACCESS_KEY_ID, AWS_WEB_IDENTITY_TOKEN_FILE, profile ";
    return failure(
            "no AWS credentials in " + where + Printable.quote(profile) + " of " + files() + more)
        .hint("aws configure --profile " + Printable.quote(profile));
  }

  private static AwsCredentialsProvider keys(Profile profile) {
    String id = text(profile, ProfileProperty.AWS_ACCESS_KEY_ID);
    String secret = text(profile, ProfileProperty.AWS_SECRET_ACCESS_KEY);
    if (id.isEmpty() || secret.isEmpty()) {
      throw failure("profile " + Printable.quote(profile.name()) + " has an incomplete access key")
          .hint("aws configure --profile " + Printable.quote(profile.name()));
    }
    return StaticCredentialsProvider.create(
        Credentials.of(id, secret, profile.property(ProfileProperty.AWS_SESSION_TOKEN)));
  }

  /** Runs the profile's {@code credential_process}. */
  private AwsCredentialsProvider byProcess(Profile profile) {
    return ProfileCredentialsProvider.builder()
        .profileFile(settings.profiles())
        .profileName(profile.name())
        .build();
  }

  /** Returns the command with which the AWS CLI exports credentials from any source. */
  private static String exported(String profile) {
    return "eval \"$(aws configure export-credentials --format env --profile "
        + Printable.quote(profile)
        + ")\"";
  }

  private static boolean has(Profile profile, String property) {
    return profile.property(property).isPresent();
  }

  private static String text(Profile profile, String property) {
    return profile.property(property).orElse("");
  }

  private String files() {
    return settings.profileFiles().stream()
        .map(file -> Printable.quote(file.toString()))
        .collect(Collectors.joining(" and "));
  }

  private static SealconfException failure(String message) {
    return new MachineFailure(message);
  }
}
