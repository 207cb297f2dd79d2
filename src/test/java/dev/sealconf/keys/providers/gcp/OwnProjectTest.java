package dev.sealconf.keys.providers.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.io.net.Network;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.fakes.GoogleFake;
import dev.sealconf.keys.providers.GcpKmsKeyProvider;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which keys are in the project of the credentials in use. */
final class OwnProjectTest {
  private static final String END = "/locations/global/keyRings/r/cryptoKeys/team";

  @TempDir Path folder;
  private final GoogleFake google = new GoogleFake();

  @AfterEach
  void close() {
    google.close();
  }

  @Test
  void knowsTheProjectOfAServiceAccount() {
    Map<String, String> robot = google.environment("GOOGLE_CREDENTIALS", google.serviceAccount());

    assertThat(outside(robot, "projects/p" + END)).isEmpty();
    assertThat(outside(robot, "projects/other" + END))
        .hasValue("it is in project 'other', but your credentials belong to project 'p'");
  }

  @Test
  void knowsTheProjectOfAMachine() {
    String host = google.address().substring("http://".length());
    Map<String, String> machine = google.environment("GCE_METADATA_HOST", host);

    assertThat(outside(machine, "projects/p" + END)).isEmpty();
    assertThat(outside(machine, "projects/q" + END)).isPresent();
  }

  @Test
  void asksTheMachineAgainIfItDidNotSay() {
    String host = google.address().substring("http://".length());
    World machine = world(google.environment("GCE_METADATA_HOST", host)).world();
    GcpKmsKeyProvider provider = new GcpKmsKeyProvider();
    MasterKey key = new GcpKey("projects/p" + END).masterKey("gcp_kms");
    google.failNext(Network.ATTEMPTS, 503);

    assertThatThrownBy(() -> provider.outsideOwnAccount(key, machine))
        .isInstanceOfSatisfying(
            SealconfException.class, e -> assertThat(e.isTemporary()).as("temporary").isTrue());
    assertThat(provider.outsideOwnAccount(key, machine)).isEmpty();
  }

  @Test
  void knowsTheProjectThatGcloudWroteForAUser() {
    String login = google.user().replace("{", "{\"quota_project_id\": \"mine\", ");
    Map<String, String> user = google.environment("GOOGLE_CREDENTIALS", login);

    assertThat(outside(user, "projects/mine" + END)).isEmpty();
    assertThat(outside(user, "projects/p" + END)).isPresent();
  }

  @Test
  void aTokenNamesNoProjectSoTheEnvironmentHasTo() {
    assertThat(outside(google.holder(), "projects/p" + END))
        .hasValueSatisfying(why -> assertThat(why).contains("GOOGLE_CLOUD_PROJECT"));
    TestWorld world = world(google.holder()).with("GOOGLE_CLOUD_PROJECT", "p");

    assertThat(outside(world, "projects/p" + END)).isEmpty();
    assertThat(outside(world, "projects/p.evil" + END)).isPresent();
  }

  @Test
  void aNameThatIsNotAKeyIsNotLookedUp() {
    TestWorld world = world(google.holder()).with("GOOGLE_CLOUD_PROJECT", "p");

    for (String name : new String[] {"projects/p", "projects/p/../q" + END, "p" + END, ""}) {
      assertThat(outside(world, name)).hasValue("its name is not that of a key");
    }
  }

  private Optional<String> outside(Map<String, String> environment, String resource) {
    return outside(world(environment), resource);
  }

  private static Optional<String> outside(TestWorld world, String resource) {
    MasterKey key = new GcpKey(resource).masterKey("gcp_kms");
    return new GcpKmsKeyProvider().outsideOwnAccount(key, world.world());
  }

  private TestWorld world(Map<String, String> environment) {
    TestWorld world = TestWorld.in(folder);
    environment.forEach(world::with);
    return world;
  }
}
