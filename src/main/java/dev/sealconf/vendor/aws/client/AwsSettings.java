package dev.sealconf.vendor.aws.client;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.UserFolders;
import dev.sealconf.io.World;
import dev.sealconf.io.net.Network;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/**
 * The AWS settings in the run's environment and files, and clients that use them. The SDK also
 * reads the environment of this process, so it is given explicit settings wherever it accepts them.
 */
public final class AwsSettings {
  private static final String ENDPOINT = "AWS_ENDPOINT_URL";
  private static final String CERTIFICATES = "AWS_CA_BUNDLE";

  private final World world;
  private final ProfileFile profiles;
  private final SdkHttpClient http;

  /**
   * Reads the settings of a run.
   *
   * @throws SealconfException if a file that they name can't be used
   */
  public AwsSettings(World world) {
    this.world = world;
    this.profiles = readProfiles();
    Network network = new Network(world);
    this.http = UrlConnectionHttpClient.create(new AwsConnections(network, certificates()));
  }

  /** Returns the user's profiles, from both files. */
  ProfileFile profiles() {
    return profiles;
  }

  /** Returns the given profile, or the one that the environment selects if it is empty. */
  public String profileName(String profile) {
    return profile.isEmpty()
        ? world
            .variable("AWS_PROFILE")
            .or(() -> world.variable("AWS_DEFAULT_PROFILE"))
            .orElse("default")
        : profile;
  }

  /** Returns the region from the environment, or else from the profile. */
  public Optional<String> region(String profile) {
    return world
        .variable("AWS_REGION")
        .or(() -> world.variable("AWS_DEFAULT_REGION"))
        .or(() -> profiles.profile(profile).flatMap(p -> p.property("region")));
  }

  /**
   * Returns the files that may contain profiles, whether or not they exist; the configuration file
   * is first.
   */
  List<Path> profileFiles() {
    List<Path> files = new ArrayList<>();
    file("AWS_CONFIG_FILE", ".aws/config").ifPresent(files::add);
    file("AWS_SHARED_CREDENTIALS_FILE", ".aws/credentials").ifPresent(files::add);
    return files;
  }

  /**
   * Creates a client for a service.
   *
   * @param service its name in the {@code AWS_ENDPOINT_URL_…} variables
   */
  public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
      B builder,
      String service,
      String region,
      String profile,
      AwsCredentialsProvider credentials) {
    endpoint(service).ifPresent(builder::endpointOverride);
    return builder
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .httpClient(http)
        .overrideConfiguration(
            configuration ->
                configuration
                    .defaultProfileFile(profiles)
                    .defaultProfileName(profile)
                    .retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(Network.ATTEMPTS)
                            .build()))
        .build();
  }

  /**
   * Returns the endpoint from the environment. The SDK handles {@code endpoint_url} in a profile.
   */
  private Optional<URI> endpoint(String service) {
    boolean ignored =
        world.variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS").filter("true"::equals).isPresent();
    Optional<String> url =
        world.variable(ENDPOINT + "_" + service).or(() -> world.variable(ENDPOINT));
    try {
      return ignored ? Optional.empty() : url.map(URI::create);
    } catch (IllegalArgumentException e) {
      throw new MachineFailure("$" + ENDPOINT + " is not a URL")
          .hint("unset " + ENDPOINT + " " + ENDPOINT + "_" + service)
          .from(e);
    }
  }

  private Optional<Path> certificates() {
    return world
        .variable(CERTIFICATES)
        .or(() -> profiles.profile(profileName("")).flatMap(p -> p.property("ca_bundle")))
        .map(world::resolve);
  }

  private ProfileFile readProfiles() {
    ProfileFile.Aggregator all = ProfileFile.aggregator();
    ProfileFile.Type type = ProfileFile.Type.CONFIGURATION;
    for (Path file : profileFiles()) {
      if (Files.isRegularFile(file)) {
        all.addFile(read(file, type));
      }
      type = ProfileFile.Type.CREDENTIALS;
    }
    return all.build();
  }

  private ProfileFile read(Path file, ProfileFile.Type type) {
    try {
      return ProfileFile.builder().content(file).type(type).build();
    } catch (RuntimeException e) { // the SDK documents no exception
      throw new MachineFailure("can't read " + world.shown(file))
          .hint("aws configure list")
          .from(e);
    }
  }

  private Optional<Path> file(String variable, String inHome) {
    return world
        .variable(variable)
        .map(world::resolve)
        .or(() -> UserFolders.home(world).map(home -> home.resolve(inHome)));
  }
}
