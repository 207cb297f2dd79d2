package dev.sealconf.keys.providers.huawei;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.providers.HcKmsKeyProvider;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which keys are in the region and the project that the user has configured. */
final class OwnRegionTest {
  @TempDir Path folder;

  @Test
  void aKeyInTheConfiguredRegionAndProjectIsTheUsers() {
    assertThat(outside(user().with("HUAWEICLOUD_SDK_REGION", "eu-west-101"))).isEmpty();
    assertThat(outside(user().with("HUAWEICLOUD_SDK_REGION_KMS_EU_WEST_101", "https://x")))
        .isEmpty();
  }

  @Test
  void aKeyOfAnotherRegionIsNotTheUsers() {
    assertThat(outside(user())).hasValue("HUAWEICLOUD_SDK_REGION is not 'eu-west-101'");
    assertThat(outside(user().with("HUAWEICLOUD_SDK_REGION", "cn-north-4"))).isPresent();
  }

  @Test
  void withoutAProjectNoKeyIsTheUsers() {
    TestWorld world = user().with("HUAWEICLOUD_SDK_REGION", "eu-west-101");

    assertThat(outside(world.without("HUAWEICLOUD_SDK_PROJECT_ID")))
        .hasValue("your credentials name no project (HUAWEICLOUD_SDK_PROJECT_ID)");
  }

  @Test
  void aNameThatIsNotAKeyIsNotLookedUp() {
    TestWorld world = user().with("HUAWEICLOUD_SDK_REGION", "eu-west-101");

    for (String region : new String[] {"eu-west-101.evil", "eu-west-101@evil", ""}) {
      MasterKey key = new HuaweiKey(region, "k").masterKey("hckms");
      assertThat(new HcKmsKeyProvider().outsideOwnAccount(key, world.world())).isPresent();
    }
  }

  private TestWorld user() {
    return TestWorld.in(folder)
        .with("HUAWEICLOUD_SDK_AK", "ak")
        .with("HUAWEICLOUD_SDK_SK", "sk")
        .with("HUAWEICLOUD_SDK_PROJECT_ID", "project");
  }

  private static Optional<String> outside(TestWorld world) {
    MasterKey key = new HuaweiKey("eu-west-101", "k").masterKey("hckms");
    return new HcKmsKeyProvider().outsideOwnAccount(key, world.world());
  }
}
