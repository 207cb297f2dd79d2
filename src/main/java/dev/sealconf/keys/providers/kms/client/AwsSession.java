package dev.sealconf.keys.providers.kms.client;

import dev.sealconf.io.World;
import dev.sealconf.keys.providers.kms.KmsKey;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The clients of one run, one for each region, profile and role; may be used by many threads. */
final class AwsSession {
  private final AwsSettings settings;
  private final Credentials credentials;
  private final Map<String, Access> opened = new ConcurrentHashMap<>();
  private final Map<String, String> users = new HashMap<>();

  /** A client, and the credentials that it signs with. */
  record Access(KmsClient kms, AwsCredentialsProvider credentials) {}

  AwsSession(World world) {
    this.settings = new AwsSettings(world);
    this.credentials = new Credentials(world, settings);
  }

  /**
   * What reaches a key; nothing has been asked yet.
   *
   * @throws dev.sealconf.error.SealconfException if the user's settings can't be used
   */
  Access access(KmsKey key) {
    return opened.computeIfAbsent(
        key.region() + '\n' + key.profile() + '\n' + key.role(), k -> open(key));
  }

  /**
   * The ARN of the user whose credentials a key without a role is asked with; found out once for
   * each profile.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if AWS does not say
   */
  synchronized String user(KmsKey key) {
    String profile = settings.profileName(key.profile());
    String known = users.get(key.profile());
    if (known == null) {
      String region = settings.region(profile).orElse(key.region());
      AwsCredentialsProvider provider = credentials.of(key);
      try (StsClient sts = settings.client(StsClient.builder(), "STS", region, profile, provider)) {
        known = sts.getCallerIdentity().arn();
      }
      users.put(key.profile(), known);
    }
    return known;
  }

  private Access open(KmsKey key) {
    AwsCredentialsProvider provider = credentials.of(key);
    String profile = settings.profileName(key.profile());
    return new Access(
        settings.client(KmsClient.builder(), "KMS", key.region(), profile, provider), provider);
  }
}
