package dev.sealconf.evidence;

import dev.sealconf.keys.fakes.GoogleFake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Google Cloud KMS both ways with real SOPS, which asks the same fake. */
final class GcpKmsSopsTest {
  private static final String FLAG = "--gcp-kms";
  private static final String RING = "projects/p/locations/global/keyRings/r/cryptoKeys/";

  @TempDir Path folder;
  private final GoogleFake google = new GoogleFake();

  @AfterEach
  void close() {
    google.close();
  }

  @Test
  void bothOpenWhatTheOtherSealedWithAToken() throws IOException {
    BothWays sops = new BothWays(folder, holder());

    sops.sopsOpensOurs(FLAG, RING + "team");
    sops.weOpenTheirs(FLAG, RING + "team," + RING + "other");
  }

  @Test
  void bothOpenWhatTheOtherSealedWithAServiceAccount() throws IOException {
    BothWays sops =
        new BothWays(folder, google.environment("GOOGLE_CREDENTIALS", google.serviceAccount()));

    sops.sopsOpensOurs(FLAG, RING + "team");
    sops.weOpenTheirs(FLAG, RING + "team");
  }

  @Test
  void neitherOpensForAStranger() throws IOException {
    String sealed = new BothWays(folder, holder()).weOpenTheirs(FLAG, RING + "team");

    new BothWays(folder, google.stranger()).neitherOpens(sealed);
    new BothWays(folder, google.noOne()).neitherOpens(sealed.replace("/team", "/missing"));
  }

  /** A token says nothing of a project, so the environment does. */
  private Map<String, String> holder() {
    Map<String, String> environment = new HashMap<>(google.holder());
    environment.put("GOOGLE_CLOUD_PROJECT", GoogleFake.PROJECT);
    return environment;
  }
}
