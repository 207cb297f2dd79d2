package dev.sealconf.keys.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.fakes.VaultFake;
import dev.sealconf.keys.spi.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HcVaultKeyProviderTest {
  private static final byte[] SHARE = new byte[32];

  @TempDir Path folder;
  private final VaultFake vault = new VaultFake();

  @AfterEach
  void close() {
    vault.close();
  }

  @ParameterizedTest
  @CsvSource({
    "https://v:8200/v1/transit/keys/k,       https://v:8200,       transit,   k",
    "HTTPS://Vault.Test/v1/a/b/keys/k/,      https://Vault.Test,   a/b,       k",
    "http://my_vault/v2/transit/anything/k,  http://my_vault,      transit,   k",
    "https://[2001:db8::1]:1/v1/a/b/keys/k, https://[2001:db8::1]:1, a/b,    k",
    "https://v//v1/transit/keys/k,           https://v,            transit,   k",
  })
  void readsUrlsAsSopsDoes(String url, String address, String engine, String name) {
    MasterKey key = new HcVaultKeyProvider().parse(url).get(0);

    assertThat(key.name()).isEqualTo(address + "/v1/" + engine + "/keys/" + name);
    assertThat(key.fields())
        .containsEntry("vault_address", new Field.Text(address))
        .containsEntry("engine_path", new Field.Text(engine))
        .containsEntry("key_name", new Field.Text(name));
  }

  @ParameterizedTest
  @CsvSource({
    "vault.test/v1/transit/keys/k, missing scheme in Vault URL",
    "https://v/x/v1/transit/keys/k, running Vault with a prefixed URL is not supported",
    "https://v/v1/transit/k, vault path does not seem to be formatted correctly",
    "https://me:secret@v/v1/transit/keys/k, a Vault URL can't hold a user or a password",
  })
  void saysWhatIsWrongWithAUrl(String url, String message) {
    SealconfException failure = fails(() -> new HcVaultKeyProvider().parse(url));

    assertThat(failure.getMessage()).startsWith(message).doesNotContain("secret");
    assertThat(failure.hints()).isNotEmpty();
  }

  @Test
  void readsTheTokenFromTheFileThatVaultLoginWrites() throws IOException {
    Path file = Files.createDirectories(folder.resolve("home")).resolve(".vault-token");
    Files.writeString(file, VaultFake.TOKEN + "\n");

    assertThat(opens(noOne())).isTrue();
    assertThat(opens(noOne().with("VAULT_TOKEN", VaultFake.POOR_TOKEN))).isFalse();
  }

  @Test
  void logsInWithAppRoleOncePerRun() {
    TestWorld world =
        noOne().with("BAO_ROLE_ID", VaultFake.ROLE_ID).with("BAO_SECRET_ID", VaultFake.SECRET_ID);
    assertThat(opens(world)).isTrue();

    assertThat(vault.requests())
        .extracting(VaultFake.Request::path)
        .containsExactly(
            "/v1/auth/approle/login", "/v1/transit/encrypt/one", "/v1/transit/decrypt/one");
    assertThat(vault.requests().get(0).token()).isEmpty();
  }

  @Test
  void logsInAgainWhenTheTokenHasExpired() {
    TestWorld world = noOne().with("VAULT_ROLE_ID", VaultFake.ROLE_ID);
    World run = world.with("VAULT_SECRET_ID", VaultFake.SECRET_ID).world();
    HcVaultKeyProvider provider = new HcVaultKeyProvider();
    String enc = provider.wrap(SecretBytes.owning(SHARE.clone()), key(), run);
    vault.expireLogins();

    try (SecretBytes opened = provider.unwrap(new WrappedKey(key(), enc), run)) {
      assertThat(opened.exposed()).isEqualTo(SHARE);
    }
    assertThat(vault.requests().stream().filter(r -> r.path().endsWith("/login"))).hasSize(2);
  }

  @Test
  void saysThatALoginFailed() {
    TestWorld world = noOne().with("VAULT_ROLE_ID", "wrong").with("VAULT_SECRET_ID", "hidden");

    assertThat(wrapFails(world).getMessage())
        .isEqualTo(at() + "does not accept VAULT_ROLE_ID and its secret");
  }

  @Test
  void sendsTheNamespaceWithEveryRequest() {
    String enc = wrap(holder().with("VAULT_NAMESPACE", "team"));

    assertThat(unwrapFails(enc, holder()).getMessage())
        .isEqualTo(at() + "can't unwrap it: it wasn't wrapped by the key 'one'");
    assertThat(unwrapFails(enc, holder().with("VAULT_NAMESPACE", "a\nb")).getMessage())
        .isEqualTo("VAULT_NAMESPACE has characters that can't be sent to Vault");
  }

  @ParameterizedTest
  @CsvSource({
    "transit, three, has no key 'three'",
    "secret,  one,   has no transit engine at 'secret'",
    "sys/../transit, one, is not a path of a Vault",
    "sys/seal?, one, has no transit engine at 'sys/seal?'",
  })
  void reportsWhatIsMissing(String engine, String name, String message) {
    TreeMap<String, Field> fields = new TreeMap<>(key().fields());
    fields.put("engine_path", new Field.Text(engine));
    fields.put("key_name", new Field.Text(name));
    HcVaultKeyProvider provider = new HcVaultKeyProvider();
    WrappedKey wrapped = new WrappedKey(provider.read(fields), "vault:v1:AAAA");
    SealconfException failure = fails(() -> provider.unwrap(wrapped, holder().world()));

    assertThat(failure.getMessage()).contains(message);
    assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.NO_DATA_KEY);
    assertThat(vault.requests())
        .allMatch(r -> r.path().endsWith("/decrypt/" + name), "stays below decrypt");
  }

  @Test
  void retriesWhenTheVaultIsBusy() {
    vault.busy(2, 429, "0");
    assertThat(opens(holder())).isTrue();
    assertThat(vault.requests()).hasSize(4);
  }

  @Test
  void saysThatAVaultIsSealed() {
    vault.busy(9, 503, "");
    SealconfException failure = wrapFails(holder().with("VAULT_MAX_RETRIES", "1"));

    assertThat(failure.getMessage()).isEqualTo(at() + "is sealed or not ready");
    assertThat(failure.hints().get(0)).startsWith("type: vault status");
    assertThat(vault.requests()).hasSize(2);
  }

  @Test
  void doesNotWaitForAVaultThatAsksForAnHour() {
    vault.busy(9, 429, "3600");

    SealconfException failure = wrapFails(holder());
    assertThat(failure.getMessage()).isEqualTo(at() + "is getting too many requests");
    assertThat(failure.isTemporary()).isTrue();
    assertThat(vault.requests()).hasSize(1);
  }

  @Test
  void doesNotWaitForeverForASlowVault() {
    vault.slow(Duration.ofSeconds(5));
    TestWorld world = holder().with("VAULT_CLIENT_TIMEOUT", "200ms").with("VAULT_MAX_RETRIES", "0");

    assertThat(wrapFails(world).getMessage()).isEqualTo(at() + "does not answer in time");
  }

  @Test
  void saysThatNoOneListens() {
    String address = vault.address();
    vault.close();
    TestWorld world = TestWorld.in(folder).with("VAULT_TOKEN", "x").with("VAULT_MAX_RETRIES", "1");
    MasterKey key = new HcVaultKeyProvider().parse(address + "/v1/transit/keys/one").get(0);

    assertThat(fails(() -> wrap(key, world)).getMessage())
        .isEqualTo("the Vault at '" + address + "' can't be reached");
  }

  private boolean opens(TestWorld environment) {
    World world = environment.world();
    HcVaultKeyProvider provider = new HcVaultKeyProvider();
    try {
      String enc = provider.wrap(SecretBytes.owning(SHARE.clone()), key(), world);
      try (SecretBytes opened = provider.unwrap(new WrappedKey(key(), enc), world)) {
        return Arrays.equals(opened.exposed(), SHARE);
      }
    } catch (SealconfException e) {
      return false;
    }
  }

  private String wrap(TestWorld world) {
    return wrap(key(), world);
  }

  private static String wrap(MasterKey key, TestWorld world) {
    return new HcVaultKeyProvider().wrap(SecretBytes.owning(SHARE.clone()), key, world.world());
  }

  private SealconfException wrapFails(TestWorld world) {
    return fails(() -> wrap(world));
  }

  private SealconfException unwrapFails(String enc, TestWorld world) {
    WrappedKey wrapped = new WrappedKey(key(), enc);
    return fails(() -> new HcVaultKeyProvider().unwrap(wrapped, world.world()));
  }

  private static SealconfException fails(ThrowingCallable call) {
    SealconfException failure = catchThrowableOfType(SealconfException.class, call);
    assertThat(failure).isNotNull();
    assertThat(failure.getMessage() + failure.hints()).doesNotContain(VaultFake.TOKEN);
    return failure;
  }

  private MasterKey key() {
    return new HcVaultKeyProvider().parse(vault.key("one")).get(0);
  }

  private String at() {
    return "the Vault at '" + vault.address() + "' ";
  }

  private TestWorld holder() {
    return noOne().with("VAULT_TOKEN", VaultFake.TOKEN);
  }

  private TestWorld noOne() {
    return TestWorld.in(folder);
  }
}
