package dev.sealconf.keys.providers.kms.client;

import dev.sealconf.io.World;
import dev.sealconf.keys.providers.kms.KmsKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.kms.KmsClient;

/** The clients of one run, one for each region, profile and role; may be used by many threads. */
final class AwsSession {
  private final AwsSettings settings;
  private final Credentials credentials;
  private final Map<String, Access> opened = new ConcurrentHashMap<>();

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

  private Access open(KmsKey key) {
    AwsCredentialsProvider provider = credentials.of(key);
    String profile = settings.profileName(key.profile());
    return new Access(
        settings.client(KmsClient.builder(), "KMS", key.region(), profile, provider), provider);
  }
}
