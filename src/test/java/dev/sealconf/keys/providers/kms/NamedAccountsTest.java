package dev.sealconf.keys.providers.kms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which keys a user's environment names by their account. */
final class NamedAccountsTest {
  private static final String ARN = "arn:aws:kms:eu-central-1:111122223333:key/x";
  private static final String ROLE = "arn:aws:iam::111122223333:role/me";
  private static final String FOREIGN = "arn:aws:iam::999999999999:role/them";

  @TempDir Path folder;

  @Test
  void credentialsAloneNameNoAccount() {
    TestWorld world = TestWorld.in(folder).with("AWS_ACCESS_KEY_ID", "AKIA1");

    assertThat(named(world, key("", ""))).isFalse();
    assertThat(named(world.with("AWS_PROFILE", "gone"), key("", ""))).isFalse();
  }

  @Test
  void namesTheAccountOfTheRoleAndTheAccountThatIsSpelledOut() {
    assertThat(named(world("AWS_ROLE_ARN", ROLE), key("", ""))).isTrue();
    assertThat(named(world("AWS_ROLE_ARN", FOREIGN), key("", ""))).isFalse();
    assertThat(named(world("AWS_ACCOUNT_ID", "111122223333"), key("", ""))).isTrue();
  }

  @Test
  void namesTheAccountsOfTheProfileThatIsChosen() throws IOException {
    Path config = Files.createDirectories(folder.resolve("home/.aws")).resolve("config");
    Files.writeString(
        config,
        "[default]\nsso_account_id = 111122223333\n[profile sso]\nsso_account_id=111122223333\n"
            + "[profile role]\nrole_arn = "
            + ROLE
            + "\n[profile other]\nrole_arn = "
            + FOREIGN
            + "\n");

    assertThat(named(TestWorld.in(folder), key("", ""))).isFalse();
    for (String profile : new String[] {"default", "sso", "role"}) {
      assertThat(named(world("AWS_PROFILE", profile), key("", ""))).as(profile).isTrue();
    }
    assertThat(named(world("AWS_PROFILE", "other"), key("", ""))).isFalse();
    assertThat(named(world("AWS_PROFILE", "sso"), key("", "sso"))).isTrue();
    assertThat(named(world("AWS_PROFILE", "sso"), key("", "role"))).isFalse();
  }

  @Test
  void namesNoKeyWithARole() {
    TestWorld world = world("AWS_ACCOUNT_ID", "111122223333").with("AWS_ROLE_ARN", ROLE);

    assertThat(named(world, key(ROLE, ""))).isFalse();
    assertThat(named(world, key(FOREIGN, ""))).isFalse();
  }

  private TestWorld world(String variable, String value) {
    return TestWorld.in(folder).with(variable, value);
  }

  private static boolean named(TestWorld world, KmsKey key) {
    return new NamedAccounts(world.world()).name(key);
  }

  private static KmsKey key(String role, String profile) {
    return new KmsKey(ARN, role, profile, new TreeMap<>());
  }
}
