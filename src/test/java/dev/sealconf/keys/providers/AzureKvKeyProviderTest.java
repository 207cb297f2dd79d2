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
import dev.sealconf.keys.fakes.AzureFake;
import dev.sealconf.keys.spi.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Azure Key Vault, by a fake of it behind a proxy. */
final class AzureKvKeyProviderTest {
  private static final String VAULT = "https://team.vault.azure.net";
  private static final String FIRST = "/00000000000000000000000000000001";
  private static final String KEY = VAULT + "/keys/config" + FIRST;
  private static final byte[] SHARE =
      "0123456789abcdef0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private final AzureFake azure = new AzureFake();

  @AfterEach
  void close() {
    azure.close();
  }

  @Test
  void getsOneTokenPerRunAndEncryptsInTheVault() {
    AzureKvKeyProvider provider = new AzureKvKeyProvider();
    World world = world(azure.holder()).world();

    String enc = provider.wrap(share(), key(KEY), world);
    assertThat(unwrapped(provider, KEY, enc, world)).isEqualTo(SHARE);
    assertThat(unwrapped(provider, KEY, enc, world)).isEqualTo(SHARE);

    assertThat(enc).matches("[A-Za-z0-9_-]+");
    assertThat(azure.count("/oauth2/v2.0/token")).isEqualTo(1);
    assertThat(azure.hosts()).contains("login.microsoftonline.com", "team.vault.azure.net");
  }

  @Test
  void addsTheCurrentVersionToAKeyWithoutOne() {
    String version = azure.rotate("config");
    World world = world(azure.holder()).world();
    MasterKey complete = new AzureKvKeyProvider().complete(key(VAULT + "/keys/config"), world);

    assertThat(complete.name()).isEqualTo(VAULT + "/keys/config/" + version);
    assertThat(complete.fields())
        .containsEntry("version", new Field.Text(version))
        .containsEntry("created_at", new Field.Text("2026-01-02T03:04:05Z"));
  }

  @Test
  void aKeyWithoutAVersionRefersToEveryVersion() {
    AzureKvKeyProvider provider = new AzureKvKeyProvider();

    assertThat(provider.means(key(VAULT + "/keys/config"), key(KEY))).isTrue();
    assertThat(provider.means(key(VAULT + "/keys/config/"), key(KEY))).isTrue();
    assertThat(provider.means(key(KEY), key(KEY))).isTrue();
    assertThat(provider.means(key(KEY), key(VAULT + "/keys/config"))).isFalse();
    assertThat(provider.means(key(VAULT + "/keys/other"), key(KEY))).isFalse();
    assertThat(provider.means(key("https://x.vault.azure.net/keys/config"), key(KEY))).isFalse();
  }

  @Test
  void opensWhatAnOlderVersionSealed() {
    AzureKvKeyProvider provider = new AzureKvKeyProvider();
    World world = world(azure.holder()).world();
    String enc = provider.wrap(share(), key(KEY), world);
    azure.rotate("config");

    assertThat(unwrapped(provider, KEY, enc, world)).isEqualTo(SHARE);
  }

  @Test
  void asksNoOneToCompleteAKeyOfAVersion() {
    World world = world(azure.holder()).world();

    assertThat(new AzureKvKeyProvider().complete(key(KEY), world).name()).isEqualTo(KEY);
    assertThat(azure.hosts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "missing, has no such key, az keyvault key list --vault-name 'team'",
    "denied, does not allow the credentials from Azure's default chain, Key Vault Crypto User",
    "disabled, is disabled, az keyvault key list-versions --vault-name 'team' --name 'disabled'"
  })
  void saysWhyAKeyDoesNotUnwrap(String name, String why, String hint) {
    SealconfException failure = unwrapping(VAULT + "/keys/" + name + FIRST, azure.holder());

    assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.NO_DATA_KEY);
    assertThat(failure.getMessage()).contains("Azure Key Vault", why).doesNotContain("words");
    assertThat(failure.hints().get(0)).contains(hint);
  }

  @Test
  void saysThatAnotherVersionWrapped() {
    String other = VAULT + "/keys/config/" + azure.rotate("config");

    assertThat(unwrapping(other, azure.holder()).getMessage()).contains("wrapped with another one");
  }

  @Test
  void saysThatTheSecretIsWrong() {
    SealconfException failure = unwrapping(KEY, azure.client("holder", "guessed-secret"));

    assertThat(failure.getMessage()).contains("are not accepted").doesNotContain("guessed");
    assertThat(failure.hints()).containsExactly("az login");
  }

  @Test
  void saysThatNoOneIsLoggedIn() {
    SealconfException failure = unwrapping(KEY, azure.noOne());

    assertThat(failure.getMessage()).contains("no credentials for Azure Key Vault");
    assertThat(failure.hints()).containsExactly("az login");
  }

  @Test
  void saysThatNoOneVouchesForTheVault() {
    SealconfException failure = unwrapping(KEY, azure.distrustful());

    assertThat(failure.getMessage()).contains("not safe", "team.vault.azure.net");
    assertThat(failure.hints().get(0)).contains("SSL_CERT_FILE");
  }

  @Test
  void saysThatTheVaultDoesNotAnswer() {
    TestWorld world = world(azure.holder()).with("HTTPS_PROXY", "http://127.0.0.1:1");
    SealconfException failure = unwrapping(KEY, world.world());

    assertThat(failure.getMessage()).contains("can't be reached", "'team.vault.azure.net'");
  }

  @Test
  void retriesWhenTheVaultIsBusy() {
    AzureKvKeyProvider provider = new AzureKvKeyProvider();
    World world = world(azure.holder()).world();
    azure.failNext(2, 429);

    assertThat(provider.wrap(share(), key(KEY), world)).isNotEmpty();
  }

  @Test
  void givesUpOnAVaultThatStaysBusy() {
    azure.failNext(100, 503);

    assertThat(unwrapping(KEY, azure.holder()).getMessage()).isEqualTo("Azure Key Vault is busy");
    assertThat(azure.count("/decrypt")).isEqualTo(4);
  }

  @Test
  void retriesWhenTheLoginIsBusy() {
    azure.failNextLogins(1, 503);

    assertThat(new AzureKvKeyProvider().wrap(share(), key(KEY), world(azure.holder()).world()))
        .isNotEmpty();
    assertThat(azure.count("/token")).isEqualTo(2);
  }

  @Test
  void waitsForASlowVault() {
    azure.delay(Duration.ofMillis(300));

    assertThat(new AzureKvKeyProvider().wrap(share(), key(KEY), world(azure.holder()).world()))
        .isNotEmpty();
  }

  @Test
  void asksNoOneForAKeyWhoseAddressIsNone() {
    for (String vault : new String[] {"http://127.0.0.1", "https://a/b", "https://u@h", ""}) {
      MasterKey made = new AzureKvKeyProvider().read(fields("vault_url", vault, "name"));

      assertThat(unwrapping(made, world(azure.holder()).world()).getMessage())
          .contains("not the address of a key");
    }
    assertThat(azure.hosts()).isEmpty();
  }

  @Test
  void saysWhyAKeyDoesNotWrap() {
    World world = world(azure.holder()).world();
    MasterKey denied = key(VAULT + "/keys/denied" + FIRST);
    SealconfException failure =
        catchThrowableOfType(
            SealconfException.class, () -> new AzureKvKeyProvider().wrap(share(), denied, world));

    assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.GENERIC);
    assertThat(failure.getMessage())
        .startsWith("Azure Key Vault does not allow the credentials from");
  }

  @Test
  void readsAnEntryOfAGroup() {
    assertThat(new AzureKvKeyProvider().parseEntry(fields("vaultUrl", VAULT + "/", "key")))
        .isEqualTo(key(KEY));
  }

  private SealconfException unwrapping(String key, Map<String, String> environment) {
    return unwrapping(key(key), world(environment).world());
  }

  private SealconfException unwrapping(String key, World world) {
    return unwrapping(key(key), world);
  }

  private SealconfException unwrapping(MasterKey key, World world) {
    return catchThrowableOfType(
        SealconfException.class,
        () -> new AzureKvKeyProvider().unwrap(new WrappedKey(key, azure.wrapped(SHARE)), world));
  }

  private static byte[] unwrapped(
      AzureKvKeyProvider provider, String key, String enc, World world) {
    try (SecretBytes share = provider.unwrap(new WrappedKey(key(key), enc), world)) {
      return share.exposed().clone();
    }
  }

  private TestWorld world(Map<String, String> environment) {
    TestWorld world = TestWorld.in(folder);
    environment.forEach(world::with);
    return world;
  }

  private static MasterKey key(String address) {
    return new AzureKvKeyProvider().parse(address).get(0);
  }

  private static TreeMap<String, Field> fields(String vaultField, String vault, String nameField) {
    return new TreeMap<>(
        Map.of(
            vaultField,
            new Field.Text(vault),
            nameField,
            new Field.Text("config"),
            "version",
            new Field.Text(FIRST.substring(1))));
  }

  private static SecretBytes share() {
    return SecretBytes.owning(SHARE.clone());
  }
}
