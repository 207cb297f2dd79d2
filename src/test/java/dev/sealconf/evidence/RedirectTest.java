package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack: the service that the environment names passes requests on to a host of someone else. */
class RedirectTest {
  private static final Map<String, String> ENTRIES =
      Map.of(
          "kms",
          "arn: arn:aws:kms:eu-west-1:123456789012:key/1|enc: AAAA",
          "gcp_kms",
          "resource_id: projects/p/locations/l/keyRings/r/cryptoKeys/k|enc: AAAA",
          "hckms",
          "key_id: eu-west-101:00000000-0000-0000-0000-000000000001|enc: AAAA",
          "hc_vault",
          "vault_address: {address}|engine_path: transit|key_name: k|enc: vault:v1:AAAA");

  @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger heard = new AtomicInteger();
  private HttpServer listener;
  private HttpServer named;

  @BeforeEach
  void start() throws IOException {
    listener = server();
    named = server();
    listener.createContext(
        "/",
        exchange -> {
          heard.incrementAndGet();
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    named.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          String location = address(listener) + exchange.getRequestURI();
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
  }

  @AfterEach
  void stop() {
    listener.stop(0);
    named.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kms", "gcp_kms", "hckms", "hc_vault"})
  void redirectsAreNotFollowed(String kind) throws IOException {
    TestWorld world = user(address(named));

    assertThat(CommandLines.run(world.world(), "sealconf", List.of("decrypt", file(kind))))
        .as(world.err())
        .isEqualTo(128);
    assertThat(asked).hasPositiveValue();
    assertThat(heard).hasValue(0);
  }

  private String file(String kind) throws IOException {
    Sample plain = new Sample("a.yaml", "yaml", "a: one\n".getBytes(UTF_8));
    String sealed = new String(Bench.withoutSeal(3).encrypt(plain, Rule.DEFAULT), UTF_8);
    String entry =
        "    "
            + kind
            + ":\n        - "
            + ENTRIES
                .get(kind)
                .concat("|created_at: \"2026-01-01T00:00:00Z\"")
                .replace("|", "\n          ")
                .replace("{address}", address(named))
            + "\n";
    String text = sealed.replace("    age:\n", entry + "    age:\n");
    return Files.writeString(folder.resolve("a.yaml"), text).toString();
  }

  private TestWorld user(String address) {
    return TestWorld.in(folder)
        .with("AWS_ENDPOINT_URL", address)
        .with("AWS_ACCOUNT_ID", "123456789012")
        .with("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE")
        .with("AWS_SECRET_ACCESS_KEY", "secret")
        .with("SOPS_GCP_KMS_ENDPOINT", address)
        .with("GOOGLE_CLOUD_PROJECT", "p")
        .with("GOOGLE_OAUTH_ACCESS_TOKEN", "ya29.token")
        .with("HUAWEICLOUD_SDK_REGION_KMS_EU_WEST_101", address)
        .with("HUAWEICLOUD_SDK_AK", "ak")
        .with("HUAWEICLOUD_SDK_SK", "sk")
        .with("HUAWEICLOUD_SDK_PROJECT_ID", "project")
        .with("VAULT_ADDR", address)
        .with("VAULT_TOKEN", "s.token");
  }

  private static HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    return server;
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
