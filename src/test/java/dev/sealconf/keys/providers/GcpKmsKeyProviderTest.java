package dev.sealconf.keys.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.ProxyFake;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.fakes.GoogleFake;
import dev.sealconf.keys.spi.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Google Cloud KMS, by a fake of it. */
final class GcpKmsKeyProviderTest {
  private static final String RING = "projects/p/locations/global/keyRings/r/cryptoKeys/";
  private static final String KEY = RING + "team";
  private static final byte[] SHARE = "0123456789abcdef0123456789ABCDEF".getBytes();

  @TempDir Path folder;
  private final GoogleFake google = new GoogleFake();

  @AfterEach
  void close() {
    google.close();
  }

  @Test
  void usesACredentialsFileNamedByGoogleCredentials() throws IOException {
    Path file = Files.writeString(folder.resolve("robot.json"), google.serviceAccount());

    assertWorks(google.environment("GOOGLE_CREDENTIALS", file.toString()));
    assertThat(google.count("/token")).isEqualTo(1);
  }

  @Test
  void usesCredentialsInTheVariableItself() {
    assertWorks(google.environment("GOOGLE_CREDENTIALS", google.serviceAccount()));
  }

  @Test
  void usesTheFileOfApplicationDefaultCredentials() throws IOException {
    Files.writeString(folder.resolve("adc.json"), google.serviceAccount());

    assertWorks(google.environment("GOOGLE_APPLICATION_CREDENTIALS", "adc.json"));
  }

  @Test
  void prefersGoogleCredentialsOverAToken() {
    TestWorld world = world(google.stranger());
    world.with("GOOGLE_CREDENTIALS", google.serviceAccount());

    assertThat(roundTrip(world.world())).isEqualTo(SHARE);
  }

  @Test
  void getsOneTokenPerRun() {
    GcpKmsKeyProvider provider = new GcpKmsKeyProvider();
    World world = world(google.environment("GOOGLE_CREDENTIALS", google.serviceAccount())).world();

    for (int i = 0; i < 3; i++) {
      provider.wrap(share(), key(KEY), world);
    }

    assertThat(google.count("/token")).isEqualTo(1);
    assertThat(google.count(":encrypt")).isEqualTo(3);
  }

  @Test
  void listsWhereItLookedForCredentials() {
    SealconfException failure = unwrapping(KEY, google.noOne());

    assertThat(failure.getMessage())
        .contains("GOOGLE_CREDENTIALS", "GOOGLE_OAUTH_ACCESS_TOKEN")
        .contains("GOOGLE_APPLICATION_CREDENTIALS", "application_default_credentials.json");
    assertThat(failure.hints()).containsExactly("gcloud auth application-default login");
    assertThat(google.count("/")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "missing, has no such key, gcloud kms keys list",
    "denied, does not allow the credentials from GOOGLE_OAUTH_ACCESS_TOKEN, roles/cloudkms",
    "disabled, is disabled, gcloud kms keys versions list",
    "other, wrapped with another one, restore the file",
    "noisy, changed on the way, SOPS_GCP_KMS_ENDPOINT"
  })
  void saysWhyAKeyDoesNotUnwrap(String name, String why, String hint) {
    SealconfException failure = unwrapping(RING + name, google.holder());

    assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.NO_DATA_KEY);
    assertThat(failure.getMessage()).contains("Google Cloud KMS", why).doesNotContain("words");
    assertThat(failure.hints().get(0)).contains(hint).doesNotContain("ya29");
  }

  @ParameterizedTest
  @CsvSource({
    "GOOGLE_OAUTH_ACCESS_TOKEN, ya29.made-up, are not accepted",
    "GOOGLE_CREDENTIALS, no-such-file, isn't JSON of Google credentials",
    "GOOGLE_CREDENTIALS, '{\"type\": \"x\", \"private_key\": \"ya29.\"}', isn't JSON of Google",
    "GOOGLE_APPLICATION_CREDENTIALS, no-such-file, can't be read"
  })
  void reportsCredentialsThatCannotBeUsed(String variable, String value, String why) {
    SealconfException failure = unwrapping(KEY, google.environment(variable, value));

    assertThat(failure.getMessage()).contains(variable, why).doesNotContain("ya29.");
    assertThat(failure.hints()).containsExactly("gcloud auth application-default login");
  }

  @Test
  void saysThatAnAccountIsNoLongerKnown() {
    SealconfException failure =
        unwrapping(KEY, google.environment("GOOGLE_CREDENTIALS", google.revokedAccount()));

    assertThat(failure.getMessage()).contains("are not accepted: they are from GOOGLE_CREDENTIALS");
    assertThat(google.count(":decrypt")).isZero();
  }

  @Test
  void retriesWhenTheServiceIsBusy() {
    google.failNext(2, 429);

    assertWorks(google.holder());
    assertThat(google.count(":encrypt")).isEqualTo(3);
  }

  @Test
  void givesUpOnAServiceThatStaysBusy() {
    google.failNext(100, 503);
    SealconfException failure = unwrapping(KEY, google.holder());

    assertThat(failure.getMessage()).isEqualTo("Google Cloud KMS is busy");
    assertThat(google.count(":decrypt")).isEqualTo(4);
  }

  @Test
  void doesNotRetryWhenItIsDenied() {
    unwrapping(RING + "denied", google.holder());

    assertThat(google.count(":decrypt")).isEqualTo(1);
  }

  @Test
  void waitsForASlowService() {
    google.delay(Duration.ofMillis(300));

    assertWorks(google.holder());
  }

  @Test
  void namesTheHostThatDoesNotAnswer() {
    TestWorld world = world(google.holder()).with("SOPS_GCP_KMS_ENDPOINT", "http://127.0.0.1:1");
    SealconfException failure = unwrapping(KEY, world.world());

    assertThat(failure.getMessage()).contains("can't be reached", "'127.0.0.1'");
  }

  @Test
  void callsGoogleThroughAProxyWithAPassword() {
    try (GoogleFake secure = GoogleFake.secure();
        ProxyFake proxy = new ProxyFake(secure.port(), "me:secret")) {
      TestWorld world =
          TestWorld.in(folder)
              .with("GOOGLE_OAUTH_ACCESS_TOKEN", secure.holder().get("GOOGLE_OAUTH_ACCESS_TOKEN"))
              .with("SSL_CERT_FILE", secure.trust().toString())
              .with("HTTPS_PROXY", "http://me:secret@127.0.0.1:" + proxy.port());

      assertThat(roundTrip(world.world())).isEqualTo(SHARE);
      assertThat(proxy.requests())
          .anyMatch(head -> head.startsWith("CONNECT cloudkms.googleapis.com:443 "));
    }
  }

  @Test
  void asksNoOneForAKeyWhoseNameIsNone() {
    MasterKey made = new GcpKmsKeyProvider().read(fields("projects/p/../../x?y"));
    World world = world(google.holder()).world();
    SealconfException failure =
        catchThrowableOfType(
            SealconfException.class,
            () -> new GcpKmsKeyProvider().unwrap(new WrappedKey(made, "AAAA"), world));

    assertThat(failure.getMessage()).contains("not the name of one of its keys");
    assertThat(google.count("/")).isZero();
  }

  @Test
  void saysWhyAKeyDoesNotWrap() {
    World world = world(google.holder()).world();
    SealconfException failure =
        catchThrowableOfType(
            SealconfException.class,
            () -> new GcpKmsKeyProvider().wrap(share(), key(RING + "denied"), world));

    assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.GENERIC);
    assertThat(failure.getMessage())
        .startsWith("Google Cloud KMS does not allow the credentials from");
  }

  @Test
  void writesTheTimeOnlyOnce() {
    World world = world(Map.of()).world();
    MasterKey complete = new GcpKmsKeyProvider().complete(key(KEY), world);

    assertThat(complete.fields())
        .containsEntry("created_at", new Field.Text("2026-01-02T03:04:05Z"));
    World later = TestWorld.in(folder).at(world.clock().instant().plusSeconds(9)).world();
    assertThat(new GcpKmsKeyProvider().complete(complete, later)).isEqualTo(complete);
  }

  @Test
  void readsAnEntryOfAGroup() {
    assertThat(new GcpKmsKeyProvider().parseEntry(fields(KEY))).isEqualTo(key(KEY));
  }

  private void assertWorks(Map<String, String> environment) {
    assertThat(roundTrip(world(environment).world())).isEqualTo(SHARE);
  }

  private static byte[] roundTrip(World world) {
    GcpKmsKeyProvider provider = new GcpKmsKeyProvider();
    String enc = provider.wrap(share(), key(KEY), world);
    try (SecretBytes share = provider.unwrap(new WrappedKey(key(KEY), enc), world)) {
      return share.exposed().clone();
    }
  }

  private SealconfException unwrapping(String key, Map<String, String> environment) {
    return unwrapping(key, world(environment).world());
  }

  private SealconfException unwrapping(String key, World world) {
    String enc = wrapped(key.contains("noisy") ? key : KEY);
    return catchThrowableOfType(
        SealconfException.class,
        () -> new GcpKmsKeyProvider().unwrap(new WrappedKey(key(key), enc), world));
  }

  private static String wrapped(String key) {
    return GoogleFake.wrapped(key, SHARE);
  }

  private TestWorld world(Map<String, String> environment) {
    TestWorld world = TestWorld.in(folder);
    environment.forEach(world::with);
    return world;
  }

  private static MasterKey key(String resource) {
    return new GcpKmsKeyProvider().parse(resource).get(0);
  }

  private static TreeMap<String, Field> fields(String resource) {
    return new TreeMap<>(Map.of("resource_id", new Field.Text(resource)));
  }

  private static SecretBytes share() {
    return SecretBytes.owning(SHARE.clone());
  }
}
