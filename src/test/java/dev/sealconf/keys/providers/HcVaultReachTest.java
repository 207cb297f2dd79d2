package dev.sealconf.keys.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.crypto.tink.Aead;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.ProxyFake;
import dev.sealconf.io.TestTls;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.fakes.VaultFake;
import dev.sealconf.keys.providers.vault.VaultWrappingKeys;
import dev.sealconf.keys.spi.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which Vaults are asked, and how they are reached. */
final class HcVaultReachTest {
  private static final byte[] SHARE = new byte[32];

  @TempDir static Path shared;
  private static TestTls tls;
  private static VaultFake secure;

  @TempDir Path folder;
  private final VaultFake vault = new VaultFake();

  @BeforeAll
  static void start() {
    tls = TestTls.in(shared, "dns:localhost,dns:vault.test,ip:127.0.0.1");
    secure = new VaultFake(tls.server());
  }

  @AfterAll
  static void stop() {
    secure.close();
  }

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void usesOnlyVaultsOnTheAllowList() {
    for (String list : List.of("all", vault.address(), " " + vault.address() + "/ ,https://x")) {
      assertThat(wrap(key(), holder().with("SOPS_HC_VAULT_ALLOWLIST", list))).startsWith("vault:");
    }
    int before = vault.requests().size();
    for (String list : List.of("none", "https://127.0.0.1", vault.address() + "0", "http://x,")) {
      SealconfException failure =
          fails(() -> wrap(key(), holder().with("SOPS_HC_VAULT_ALLOWLIST", list)));
      assertThat(failure.getMessage())
          .isIn(
              "allowlist does not allow '" + vault.address() + "'",
              "SOPS_HC_VAULT_ALLOWLIST has an empty entry");
    }
    assertThat(vault.requests()).hasSize(before);
  }

  @ParameterizedTest
  @CsvSource({
    "VAULT_ADDR, https://vault.test, true",
    "BAO_ADDR, HTTPS://VAULT.test:443/, true",
    "VAULT_ADDR, http://vault.test, false",
    "VAULT_ADDR, https://vault.test:8200, false",
    "VAULT_ADDR, https://vault.test.evil, false",
    "SOPS_HC_VAULT_ALLOWLIST, all, true",
    "SOPS_HC_VAULT_ALLOWLIST, https://vault.test/, true",
    "SOPS_HC_VAULT_ALLOWLIST, none, false",
    "SOPS_HC_VAULT_ALLOWLIST, https://vault, false",
    "VAULT_TOKEN, x, false",
  })
  void knowsWhichVaultsTheEnvironmentNames(String variable, String value, boolean named) {
    HcVaultKeyProvider provider = new HcVaultKeyProvider();
    MasterKey key = provider.parse("https://vault.test/v1/transit/keys/k").get(0);
    assertThat(provider.named(key, TestWorld.in(folder).with(variable, value).world()))
        .isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({
    "https://vault.test@evil.test", "https://vault.test/@evil.test",
        "https://vault.test?.evil.test",
    "https://vault.test#.evil.test", "https://vault.test\\.evil.test", "https://vault.test:443:1",
  })
  void anAddressFromAFileCannotImitateAnother(String address) {
    TreeMap<String, Field> fields = new TreeMap<>(key().fields());
    fields.put("vault_address", new Field.Text(address));
    HcVaultKeyProvider provider = new HcVaultKeyProvider();
    MasterKey key = provider.read(fields);
    TestWorld world =
        holder()
            .with("VAULT_ADDR", "https://vault.test")
            .with("SOPS_HC_VAULT_ALLOWLIST", "https://vault.test");

    assertThat(provider.named(key, world.world())).isFalse();
    assertThat(fails(() -> wrap(key, world)).getMessage()).startsWith("the address of its Vault");
  }

  @Test
  void followsAStandbyNodeOnlyToAnAddressThatTheEnvironmentNames() {
    try (VaultFake standby = new VaultFake()) {
      standby.passOn(vault.address());
      MasterKey key = new HcVaultKeyProvider().parse(standby.key("one")).get(0);
      TestWorld world = TestWorld.in(folder).with("VAULT_TOKEN", VaultFake.TOKEN);

      assertThat(fails(() -> wrap(key, world)).getMessage())
          .contains("which is not in your settings");
      assertThat(vault.requests()).isEmpty();
      assertThat(wrap(key, world.with("VAULT_ADDR", vault.address()))).startsWith("vault:v1:");
      vault.passOn(standby.address());
      assertThat(fails(() -> wrap(key, world.with("SOPS_HC_VAULT_ALLOWLIST", "all"))).getMessage())
          .contains("answered with status 307");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://vault.test:8200, '', '', false",
    "http://vault.test:8200, SOPS_HC_VAULT_ALLOWLIST, all, false",
    "http://vault.test:8200, SEALCONF_ALLOWED_KEYS, all, false",
    "http://127.evil.test:8200, '', '', false",
    "http://localhost.evil.test:8200, '', '', false",
    "http://vault.test:8200, VAULT_ADDR, https://vault.test:8200, false",
    "http://vault.test:8200, VAULT_ADDR, http://vault.test:8200, true",
    "http://vault.test:8200, BAO_ADDR, http://vault.test:8200/, true",
    "http://vault.test:8200, SOPS_HC_VAULT_ALLOWLIST, 'https://x,http://vault.test:8200', true",
    "http://vault.test:8200, SOPS_VAULT_URIS, http://vault.test:8200/v1/transit/keys/k, true",
  })
  void sendsATokenWithoutTlsOnlyIfTheEnvironmentSaysHttp(
      String vaultAddress, String variable, String value, boolean sent) {
    String proxy = vault.address();
    MasterKey key = new HcVaultKeyProvider().parse(vaultAddress + "/v1/transit/keys/one").get(0);
    TestWorld world = holder().with("HTTP_PROXY", proxy);
    int before = vault.requests().size();
    if (!variable.isEmpty()) {
      world.with(variable, value);
    }

    if (sent) {
      assertThat(wrap(key, world)).startsWith("vault:v1:");
    } else {
      assertThat(fails(() -> wrap(key, world)).getMessage()).contains("has no TLS");
    }
    assertThat(vault.requests().size() > before).isEqualTo(sent);
  }

  @Test
  void neverFollowsARedirectFromTlsToPlainHttp() {
    try (VaultFake standby = new VaultFake(tls.server())) {
      standby.passOn(vault.address());
      MasterKey key = new HcVaultKeyProvider().parse(standby.key("one")).get(0);
      TestWorld world =
          holder()
              .with("VAULT_CACERT", tls.pem().toString())
              .with("SOPS_HC_VAULT_ALLOWLIST", "all");

      assertThat(fails(() -> wrap(key, world)).getMessage())
          .contains("which is not in your settings");
      assertThat(vault.requests()).isEmpty();
    }
  }

  @Test
  void trustsWhoIsNamedForVaultAndNoOneElse() throws IOException {
    String pem = tls.pem().toString();
    MasterKey key = new HcVaultKeyProvider().parse(secure.key("one")).get(0);

    assertThat(fails(() -> wrap(key, holder())).getMessage())
        .endsWith("has a certificate that isn't trusted");
    assertThat(wrap(key, holder().with("VAULT_CACERT", pem))).startsWith("vault:");
    assertThat(wrap(key, holder().with("VAULT_CACERT_BYTES", Files.readString(tls.pem()))))
        .startsWith("vault:");
    assertThat(wrap(key, holder().with("VAULT_CAPATH", shared.toString()))).startsWith("vault:");
    assertThat(wrap(key, holder().with("SSL_CERT_FILE", pem))).startsWith("vault:");
    assertThat(fails(() -> wrap(key, holder().with("VAULT_SKIP_VERIFY", "true"))).getMessage())
        .startsWith("VAULT_SKIP_VERIFY is set");
  }

  @Test
  void usesItsOwnProxy() {
    try (ProxyFake proxy = new ProxyFake(secure.port(), "me:pass")) {
      MasterKey key =
          new HcVaultKeyProvider().parse("https://vault.test:8200/v1/transit/keys/one").get(0);
      TestWorld world =
          holder()
              .with("VAULT_CACERT", tls.pem().toString())
              .with("NO_PROXY", "*")
              .with("VAULT_HTTP_PROXY", "http://me:pass@127.0.0.1:" + proxy.port());

      assertThat(wrap(key, world)).startsWith("vault:v1:");
      assertThat(proxy.requests()).noneMatch(request -> request.contains(VaultFake.TOKEN));
    }
  }

  @Test
  void encryptsTinkKeysets() throws GeneralSecurityException {
    String uri = secure.key("one").replace("https://", "hcvault://").replace("/v1/", "/");
    TestWorld world = holder().with("VAULT_CACERT", tls.pem().toString());
    Aead aead = new VaultWrappingKeys().aead(uri, world.world());
    byte[] sealed = aead.encrypt(SHARE, new byte[0]);

    assertThat(sealed).asString().startsWith("vault:v1:");
    assertThat(aead.decrypt(sealed, null)).isEqualTo(SHARE);
    assertThatThrownBy(() -> aead.decrypt(sealed, new byte[1]))
        .isInstanceOf(GeneralSecurityException.class);
    assertThat(fails(() -> new VaultWrappingKeys().aead("hcvault://v", world.world())).getMessage())
        .contains("formatted correctly");
  }

  private static String wrap(MasterKey key, TestWorld world) {
    return new HcVaultKeyProvider().wrap(SecretBytes.owning(SHARE.clone()), key, world.world());
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

  private TestWorld holder() {
    return TestWorld.in(folder).with("VAULT_TOKEN", VaultFake.TOKEN);
  }
}
