package dev.sealconf.keys.providers.kms.client;

import dev.sealconf.io.World;
import dev.sealconf.vendor.aws.AwsUser;
import dev.sealconf.vendor.aws.client.AwsSettings;
import dev.sealconf.vendor.aws.client.Credentials;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The clients of one run, one for each region, profile and role. Safe for use by several threads.
 */
final class AwsSession {
  private final AwsSettings settings;
  private final Credentials credentials;
  private final Map<AwsUser, Access> opened = new ConcurrentHashMap<>();
  private final Map<String, String> users = new HashMap<>();

  /** A client, and the credentials that sign its requests. */
  record Access(KmsClient kms, AwsCredentialsProvider credentials) {}

  AwsSession(World world) {
    this.settings = new AwsSettings(world);
    this.credentials = new Credentials(world, settings);
  }

  /**
   * Returns a client for a user. It has sent no request yet.
   *
   * @throws dev.sealconf.error.SealconfException if the user's settings can't be used
   */
  Access access(AwsUser user) {
    return opened.computeIfAbsent(user, this::open);
  }

  /**
   * Returns the ARN of the user's credentials, ignoring any role. Asks AWS once for each profile.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if AWS doesn't say
   */
  synchronized String account(AwsUser user) {
    String profile = settings.profileName(user.profile());
    String known = users.get(user.profile());
    if (known == null) {
      String region = settings.region(profile).orElse(user.region());
      AwsCredentialsProvider provider = credentials.of(user);
      try (StsClient sts = settings.client(StsClient.builder(), "STS", region, profile, provider)) {
        known = sts.getCallerIdentity().arn();
      }
      users.put(user.profile(), known);
    }
    return known;
  }

  private Access open(AwsUser user) {
    AwsCredentialsProvider provider = credentials.of(user);
    String profile = settings.profileName(user.profile());
    return new Access(
        settings.client(KmsClient.builder(), "KMS", user.region(), profile, provider), provider);
  }
}
