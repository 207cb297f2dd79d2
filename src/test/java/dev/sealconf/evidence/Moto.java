package dev.sealconf.evidence;

import dev.sealconf.Peers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** The moto server, which others wrote after AWS KMS and STS; its keys go when it ends. */
public final class Moto implements AutoCloseable {
  static final String ALIAS = "alias/team";

  private static final String LISTENS = "Running on ";
  private static final String CREDENTIAL = "testing";

  private final Process server;
  private final String address;

  /** Starts one on a free port. */
  public Moto() {
    ProcessBuilder builder =
        new ProcessBuilder(Peers.MOTO.path().toString(), "-H", "127.0.0.1", "-p", "0");
    try {
      server = builder.redirectErrorStream(true).start();
      address = listening(server.inputReader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String listening(BufferedReader said) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      if (line.contains(LISTENS)) {
        drain(said);
        return line.substring(line.indexOf(LISTENS) + LISTENS.length()).strip();
      }
    }
    throw new AssertionError("moto_server ended: " + all);
  }

  /** It logs every request, and would stop if no one read that. */
  private static void drain(BufferedReader said) {
    Thread reader = new Thread(() -> said.lines().forEach(line -> {}));
    reader.setDaemon(true);
    reader.start();
  }

  /** The environment of someone who asks it. */
  public Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", address,
        "AWS_ACCESS_KEY_ID", CREDENTIAL,
        "AWS_SECRET_ACCESS_KEY", CREDENTIAL);
  }

  /** The environment of someone in another account, by a session of a role there. */
  Map<String, String> foreigner(String account) {
    String role = "arn:aws:iam::" + account + ":role/them";
    try (StsClient client =
        StsClient.builder()
            .endpointOverride(URI.create(address))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(CREDENTIAL, CREDENTIAL)))
            .build()) {
      Credentials session =
          client.assumeRole(r -> r.roleArn(role).roleSessionName("them")).credentials();
      return Map.of(
          "AWS_ENDPOINT_URL", address,
          "AWS_ACCESS_KEY_ID", session.accessKeyId(),
          "AWS_SECRET_ACCESS_KEY", session.secretAccessKey(),
          "AWS_SESSION_TOKEN", session.sessionToken());
    }
  }

  /** The ARN of a new key. */
  public String key(String region) {
    try (KmsClient client = client(region)) {
      return client.createKey().keyMetadata().arn();
    }
  }

  /** The ARN of {@link #ALIAS} in a region, which stands for a key there from now on. */
  String alias(String arn) {
    try (KmsClient client = client(arn.split(":")[3])) {
      client.createAlias(request -> request.aliasName(ALIAS).targetKeyId(arn));
    }
    return arn.substring(0, arn.indexOf("key/")) + ALIAS;
  }

  private KmsClient client(String region) {
    return KmsClient.builder()
        .endpointOverride(URI.create(address))
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(CREDENTIAL, CREDENTIAL)))
        .build();
  }

  @Override
  public void close() {
    server.destroy();
  }
}
