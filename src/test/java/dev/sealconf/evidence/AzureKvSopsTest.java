package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.keys.fakes.AzureFake;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Azure Key Vault both ways with real SOPS, which asks the same fake by the same proxy. */
final class AzureKvSopsTest {
  private static final String FLAG = "--azure-kv";
  private static final String KEYS = "https://team.vault.azure.net/keys/";

  @TempDir Path folder;
  private final AzureFake azure = new AzureFake();

  @AfterEach
  void close() {
    azure.close();
  }

  @Test
  void bothOpenWhatTheOtherSealedWithAKeyVersion() throws IOException {
    BothWays sops = new BothWays(folder, azure.holder());
    String key = KEYS + "config/" + azure.rotate("config");

    sops.sopsOpensOurs(FLAG, key);
    sops.weOpenTheirs(FLAG, key);
  }

  @Test
  void bothWriteTheCurrentVersionIfNoneIsNamed() throws IOException {
    BothWays sops = new BothWays(folder, azure.holder());
    String version = azure.rotate("config");

    assertThat(sops.sopsOpensOurs(FLAG, KEYS + "config")).contains("version: " + version);
    assertThat(sops.weOpenTheirs(FLAG, KEYS + "config/")).contains("version: " + version);
  }

  @Test
  void neitherOpensForAStranger() throws IOException {
    String sealed = new BothWays(folder, azure.holder()).weOpenTheirs(FLAG, KEYS + "config");

    new BothWays(folder, azure.stranger()).neitherOpens(sealed);
    new BothWays(folder, azure.client("holder", "wrong")).neitherOpens(sealed);
    new BothWays(folder, azure.distrustful()).neitherOpens(sealed);
  }
}
