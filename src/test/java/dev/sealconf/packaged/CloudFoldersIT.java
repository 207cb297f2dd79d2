package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.keys.fakes.AzureFake;
import dev.sealconf.keys.fakes.GoogleFake;
import dev.sealconf.keys.fakes.HuaweiFake;
import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders of the clients of Google, Azure and Huawei: all that they need is in them. */
class CloudFoldersIT {
  private static final String PLAIN = "key: value\n";
  private static final String GOOGLE = "projects/p/locations/global/keyRings/r/cryptoKeys/team";

  @TempDir Path root;

  private Path folder;

  @BeforeEach
  void write() throws IOException {
    folder = Files.createDirectories(root.toRealPath().resolve("work"));
    Files.writeString(folder.resolve("plain.yaml"), PLAIN);
  }

  @Test
  void callsGoogleThroughTheClientInItsFolder() throws Exception {
    try (GoogleFake google = new GoogleFake()) {
      opens(
          "SOPS_GCP_KMS_IDS",
          GOOGLE,
          google.environment("GOOGLE_CREDENTIALS", google.serviceAccount()));
      isDenied("SOPS_GCP_KMS_IDS", GOOGLE, google.stranger());
    }
  }

  @Test
  void callsTheMetadataServerOfAGoogleMachine() throws Exception {
    try (GoogleFake google = new GoogleFake()) {
      String host = google.address().substring("http://".length());
      opens("SOPS_GCP_KMS_IDS", GOOGLE, google.environment("GCE_METADATA_HOST", host));
    }
  }

  @Test
  void callsAzureThroughTheClientInItsFolder() throws Exception {
    try (AzureFake azure = new AzureFake()) {
      String key = azure.address() + "/keys/config";
      opens("SOPS_AZURE_KEYVAULT_URLS", key, azure.holder());
      isDenied("SOPS_AZURE_KEYVAULT_URLS", key, azure.stranger());
    }
  }

  @Test
  void usesTheIdentityOfAnAppService() throws Exception {
    try (AzureFake azure = new AzureFake()) {
      opens("SOPS_AZURE_KEYVAULT_URLS", azure.address() + "/keys/config", azure.managedIdentity());
    }
  }

  @Test
  void callsHuaweiThroughTheClientInItsFolder() throws Exception {
    try (HuaweiFake huawei = new HuaweiFake()) {
      opens("SOPS_HUAWEICLOUD_KMS_IDS", "tr-west-1:team", huawei.holder());
      isDenied("SOPS_HUAWEICLOUD_KMS_IDS", "tr-west-1:team", huawei.stranger());
    }
  }

  /**
   * Seals for a key and opens again with nothing but the file and the credentials, and leaves the
   * sealed file.
   */
  private void opens(String variable, String key, Map<String, String> environment)
      throws IOException, InterruptedException {
    Packaged sealconf = new Packaged(folder).with(variable, key);
    environment.forEach(sealconf::with);
    Result sealed = sealconf.run("encrypt", "plain.yaml");
    assertThat(sealed.err()).isEmpty();
    Files.writeString(folder.resolve("sealed.yaml"), sealed.out());
    Result opened = sealconf.without(variable).run("decrypt", "sealed.yaml");

    assertThat(opened.err()).isEmpty();
    assertThat(opened.out()).isEqualTo(PLAIN);
  }

  private void isDenied(String variable, String key, Map<String, String> environment)
      throws IOException, InterruptedException {
    Packaged sealconf = new Packaged(folder).with(variable, key);
    environment.forEach(sealconf::with);
    Result denied = sealconf.run("decrypt", "sealed.yaml");

    assertThat(denied.exit()).isEqualTo(128);
    assertThat(denied.err())
        .contains("does not allow the credentials from")
        .doesNotContain("SLF4J", "Exception", "words");
  }
}
