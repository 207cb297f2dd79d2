package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.KeyProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attack: the metadata of a file names a key service that the user does not (row 12 of the threat
 * table). The user has credentials for every service, and reaches each through a proxy; so anyone
 * who is asked anything at all, the proxy hears of it.
 */
class ListenerAttackTest {
  private static final String PLAIN = "a: one\n";
  private static final Map<String, String> ENTRIES =
      Map.of(
          "hc_vault",
          "vault_address: https://listener.test|engine_path: transit|key_name: k|enc:"
              + " vault:v1:AAAA",
          "kms",
          "arn: arn:aws:kms:eu-west-1:123456789012:key/1|aws_profile: \"\"|enc: AAAA",
          "gcp_kms",
          "resource_id: projects/p/locations/l/keyRings/r/cryptoKeys/k|enc: AAAA",
          "azure_kv",
          "vault_url: https://listener.vault.azure.net|name: k|version: \"1\"|enc: AAAA",
          "hckms",
          "key_id: eu-west-101:00000000-0000-0000-0000-000000000001|enc: AAAA");

  @TempDir Path folder;
  private final AtomicInteger requests = new AtomicInteger();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private ServerSocket listener;

  @BeforeEach
  void listen() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::refuse, "listener");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void stop() throws IOException {
    listener.close();
  }

  /** Every kind of key that is in another place. */
  static Stream<String> kinds() {
    List<String> kinds =
        KeyProviders.installed().all().stream()
            .filter(KeyProvider::remote)
            .map(KeyProvider::id)
            .toList();
    assertThat(kinds).hasSizeGreaterThanOrEqualTo(4);
    assertThat(ENTRIES).containsKeys(kinds.toArray(String[]::new));
    return kinds.stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void decryptSendsItNothing(String kind) throws IOException {
    Path file = attacked(kind);
    TestWorld stranger = user().with("SEALCONF_ALLOWED_KEYS", "none");

    assertThat(run(user().with("SOPS_AGE_KEY", TestKeys.IDENTITIES), "decrypt", file)).isZero();
    assertThat(run(stranger, "decrypt", file)).isEqualTo(128);
    assertThat(stranger.err()).contains("not used: only the file names it");
    assertThat(requests).hasValue(0);
  }

  /** Whose key it is may be asked; the wrapped key and the user's token stay here. */
  @ParameterizedTest
  @MethodSource("kinds")
  void receivesNeitherTheTokenNorTheWrappedKey(String kind) throws IOException {
    TestWorld user = user();

    assertThat(run(user, "decrypt", attacked(kind))).isEqualTo(128);
    assertThat(user.err()).contains("not used: only the file names it");
    assertThat(heads)
        .noneMatch(head -> head.contains("TrentService") || head.contains("X-Vault-Token"))
        .noneMatch(head -> head.contains("Bearer"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void rotateDoesNotWrapANewDataKeyForIt(String kind) throws IOException {
    Path file = attacked(kind);
    byte[] before = Files.readAllBytes(file);
    TestWorld user = user().with("SOPS_AGE_KEY", TestKeys.IDENTITIES);

    assertThat(run(user, "rotate", Path.of("-i"), Path.of("--yes"), file)).isNotZero();
    assertThat(file).hasBinaryContent(before);
    assertThat(requests).hasValue(0);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void updatekeysRemovesTheEntryWithoutARequest(String kind) throws IOException {
    Path file = attacked(kind);
    Files.writeString(
        folder.resolve(".sops.yaml"), "creation_rules:\n  - age: " + TestKeys.RECIPIENT + "\n");
    TestWorld user = user().with("SOPS_AGE_KEY", TestKeys.IDENTITIES);

    assertThat(run(user, "updatekeys", Path.of("-y"), file)).as(user.err()).isZero();
    assertThat(Files.readString(file)).doesNotContain("    " + kind + ":");
    assertThat(requests).hasValue(0);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theProxyRecordsRequestsIfTheUserAllowsTheKey(String kind) throws IOException {
    TestWorld trusting = user().with("SEALCONF_ALLOWED_KEYS", "all");

    assertThat(run(trusting, "decrypt", attacked(kind))).isEqualTo(128);
    assertThat(requests).hasPositiveValue();
  }

  /** A file sealed for an age key, with an entry of this kind put in by someone else. */
  private Path attacked(String kind) throws IOException {
    Sample plain = new Sample("attacked.yaml", "yaml", PLAIN.getBytes(UTF_8));
    String sealed = new String(Bench.withoutSeal(3).encrypt(plain, Rule.DEFAULT), UTF_8);
    String entry =
        "    "
            + kind
            + ":\n        - "
            + ENTRIES
                .get(kind)
                .concat("|created_at: \"2026-01-01T00:00:00Z\"")
                .replace("|", "\n          ")
            + "\n";
    String attacked = sealed.replace("    age:\n", entry + "    age:\n");
    assertThat(attacked).isNotEqualTo(sealed);
    return Files.writeString(folder.resolve("attacked.yaml"), attacked);
  }

  private int run(TestWorld world, String verb, Path... words) {
    List<String> all =
        Stream.concat(Stream.of(verb), Stream.of(words).map(Path::toString)).toList();
    return CommandLines.run(world.world(), "sealconf", all);
  }

  /** Someone with credentials for every service. */
  private TestWorld user() {
    String proxy = "http://127.0.0.1:" + listener.getLocalPort();
    return TestWorld.in(folder)
        .with("HTTPS_PROXY", proxy)
        .with("HTTP_PROXY", proxy)
        .with("VAULT_TOKEN", "s.token")
        .with("VAULT_MAX_RETRIES", "0")
        .with("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE")
        .with("AWS_SECRET_ACCESS_KEY", "secret")
        .with("AWS_MAX_ATTEMPTS", "1")
        .with("GOOGLE_OAUTH_ACCESS_TOKEN", "ya29.token")
        .with("SOPS_GCP_KMS_CLIENT_TYPE", "rest")
        .with("AZURE_TENANT_ID", "00000000-0000-0000-0000-000000000002")
        .with("AZURE_CLIENT_ID", "00000000-0000-0000-0000-000000000003")
        .with("AZURE_CLIENT_SECRET", "secret")
        .with("HUAWEICLOUD_SDK_AK", "ak")
        .with("HUAWEICLOUD_SDK_SK", "sk")
        .with("HUAWEICLOUD_SDK_PROJECT_ID", "project");
  }

  private void refuse() {
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        requests.incrementAndGet();
        byte[] head = new byte[4096];
        heads.add(new String(head, 0, Math.max(0, client.getInputStream().read(head)), US_ASCII));
        client
            .getOutputStream()
            .write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
      } catch (IOException e) {
        continue; // the client went away, or the test is over
      }
    }
  }
}
