package dev.sealconf.keys.providers.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.net.Network;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.fakes.AzureFake;
import dev.sealconf.keys.providers.AzureKvKeyProvider;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys are in a vault of the user's own tenant and cloud. */
final class OwnTenantTest {
  @TempDir Path folder;
  private final AzureFake azure = new AzureFake();

  @AfterEach
  void close() {
    azure.close();
  }

  @Test
  void aVaultOfTheTenantThatTheEnvironmentNamesIsTheUsers() {
    assertThat(outside(azure.holder(), "https://team.vault.azure.net")).isEmpty();
    assertThat(azure.count("/token")).isZero();
  }

  @Test
  void aVaultOfTheTenantInTheTokenIsTheUsers() {
    assertThat(outside(byDomain(), "https://team.vault.azure.net")).isEmpty();
    assertThat(outside(byDomain(), "https://TEAM.vault.azure.net:443")).isEmpty();
    assertThat(azure.count("/token")).isPositive();
  }

  @Test
  void aVaultOfAnotherTenantReceivesNoToken() {
    for (Map<String, String> user : List.of(azure.holder(), byDomain())) {
      assertThat(outside(user, AzureFake.FOREIGN))
          .hasValue("its vault is in another tenant than your credentials");
    }
    assertThat(azure.tokensSentTo("foreign.vault.azure.net")).isZero();
  }

  @Test
  void aVaultThatIsBusyIsAskedAgain() {
    TestWorld world = TestWorld.in(folder);
    azure.holder().forEach(world::with);
    AzureKvKeyProvider provider = new AzureKvKeyProvider();
    MasterKey key =
        new AzureKey("https://team.vault.azure.net", "config", "1").masterKey("azure_kv");
    azure.failNext(Network.ATTEMPTS, 503);

    assertThatThrownBy(() -> provider.outsideOwnAccount(key, world.world()))
        .isInstanceOfSatisfying(
            SealconfException.class, e -> assertThat(e.isTemporary()).as("temporary").isTrue());
    assertThat(provider.outsideOwnAccount(key, world.world())).isEmpty();
  }

  @Test
  void withoutCredentialsNoAccountIsKnown() {
    assertThatThrownBy(() -> outside(azure.noOne(), "https://team.vault.azure.net"))
        .isInstanceOfSatisfying(
            SealconfException.class, e -> assertThat(e.isTemporary()).as("temporary").isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.b.vault.azure.net",
        "https://vault.azure.net",
        "https://.vault.azure.net",
        "https://team.vault.azure.net.evil.example",
        "https://teamvault.azure.net",
        "https://evil.example",
        "https://team.vault.azure.net:8443",
        "https://team.vault.azure.net.",
        "https://team.vault.usgovcloudapi.net",
        "https://127.0.0.1",
        "http://team.vault.azure.net",
      })
  void callsOnlyHostsOneLabelBelowADomainOfTheChosenCloud(String vault) {
    assertThat(outside(azure.holder(), vault))
        .hasValue("its host is not that of a vault in your cloud");
    assertThat(azure.hosts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.microsoftonline.com/, https://t.vault.azure.net, true",
    "https://login.microsoftonline.com/, https://t.managedhsm.azure.net, true",
    "https://login.microsoftonline.us, https://t.vault.usgovcloudapi.net, true",
    "https://login.microsoftonline.us, https://t.vault.azure.net, false",
    "https://login.chinacloudapi.cn, https://t.vault.azure.cn, true",
    "login.partner.microsoftonline.cn, https://t.managedhsm.azure.cn, true",
    "https://adfs.example, https://t.vault.azure.net, false",
  })
  void theAuthorityChoosesTheCloud(String authority, String vault, boolean own) {
    TestWorld world = TestWorld.in(folder).with("AZURE_AUTHORITY_HOST", authority);
    AzureKey key = new AzureKey(vault, "config", "1");

    assertThat(AzureCloud.chosen(world.world()).flatMap(cloud -> cloud.domainOf(key)).isPresent())
        .isEqualTo(own);
  }

  /** The holder, whose environment names the tenant by its domain and not by its id. */
  private Map<String, String> byDomain() {
    Map<String, String> environment = new HashMap<>(azure.holder());
    environment.put("AZURE_TENANT_ID", "team.onmicrosoft.com");
    return environment;
  }

  private Optional<String> outside(Map<String, String> environment, String vault) {
    TestWorld world = TestWorld.in(folder);
    environment.forEach(world::with);
    MasterKey key = new AzureKey(vault, "config", "1").masterKey("azure_kv");
    return new AzureKvKeyProvider().outsideOwnAccount(key, world.world());
  }
}
