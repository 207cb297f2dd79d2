package dev.sealconf.evidence;

import dev.sealconf.keys.fakes.HuaweiFake;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Huawei Cloud KMS both ways with real SOPS, which asks the same fake. */
final class HcKmsSopsTest {
  private static final String FLAG = "--hckms";
  private static final String KEY = "tr-west-1:0d0466b0-e727-4d9c-b35d-f84bb474a37f";

  @TempDir Path folder;
  private final HuaweiFake huawei = new HuaweiFake();

  @AfterEach
  void close() {
    huawei.close();
  }

  @Test
  void bothOpenWhatTheOtherSealed() throws IOException {
    BothWays sops = new BothWays(folder, huawei.holder());

    sops.sopsOpensOurs(FLAG, KEY);
    sops.weOpenTheirs(FLAG, KEY + ", tr-west-1:other");
  }

  @Test
  void neitherOpensForAStranger() throws IOException {
    String sealed = new BothWays(folder, huawei.holder()).weOpenTheirs(FLAG, KEY);

    new BothWays(folder, huawei.stranger()).neitherOpens(sealed);
    new BothWays(folder, huawei.user("AKUNKNOWN", "x")).neitherOpens(sealed);
  }
}
