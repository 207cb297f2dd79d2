package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A deployment that has a file made by real SOPS and credentials of AWS, and nothing else: no
 * {@code .sops.yaml}, no flag and no variable names the key.
 */
class OwnAccountSopsTest {
  private static final String PLAIN = "a: one\nb: two\n";

  private static Moto moto;
  private static String key;
  private static String other;

  @TempDir Path folder;
  @TempDir Path elsewhere;

  private Path file;

  @BeforeAll
  static void start() {
    moto = new Moto();
    key = moto.key("eu-central-1");
    other = moto.key("eu-central-1");
  }

  @AfterAll
  static void stop() {
    if (moto != null) {
      moto.close();
    }
  }

  @BeforeEach
  void seal() throws IOException {
    file = Files.writeString(folder.resolve("app.yaml"), PLAIN);
    Sops sops = new Sops(Peers.SOPS_3_13, folder.resolve("sops"));
    moto.environment().forEach(sops::with);
    sops.run("encrypt", "-i", "--encryption-context", "App:web", "--kms", key, file.toString())
        .expectOk("encrypt");
  }

  @Test
  void opensTheFile() {
    TestWorld world = world(moto.environment());

    assertThat(run(world, "decrypt", file.toString())).as(world.err()).isZero();
    assertThat(world.out()).isEqualTo(PLAIN);
    assertThat(world.err()).isEmpty();
  }

  @Test
  void verboseShowsWhichKeyIsUsed() {
    TestWorld world = world(moto.environment());

    run(world, "decrypt", "--verbose", file.toString());
    assertThat(world.err().lines().filter(line -> line.startsWith("asking ")))
        .containsExactly(
            "asking kms '"
                + key
                + "|App:web': only the file names it, and it is in your own"
                + " account");
  }

  @Test
  void changesValuesOfTheFile() throws IOException {
    TestWorld world = world(moto.environment());

    assertThat(run(world, "set", file.toString(), "[\"a\"]", "\"three\"")).isZero();
    assertThat(run(world, "unset", file.toString(), "[\"b\"]")).as(world.err()).isZero();
    assertThat(run(world, "decrypt", file.toString())).isZero();
    assertThat(world.out()).isEqualTo("a: three\n");
  }

  @Test
  void wrapsNoNewDataKeyForIt() throws IOException {
    byte[] before = Files.readAllBytes(file);
    TestWorld world = world(moto.environment());

    assertThat(run(world, "rotate", "-i", "--yes", file.toString())).isNotZero();
    assertThat(world.err()).contains("not used: only the file names it");
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void usesNoKeyOfAnotherAccount() {
    TestWorld world = world(moto.foreigner("999988887777"));

    assertThat(run(world, "decrypt", file.toString())).isEqualTo(128);
    assertThat(world.err())
        .contains(
            "it is in account 123456789012, but your credentials belong to account 999988887777");
  }

  @Test
  void usesAKeyOfAnotherAccountInAnyContextIfTheEnvironmentNamesIt() {
    TestWorld world = world(moto.foreigner("999988887777")).with("SOPS_KMS_ARN", key);

    assertThat(run(world, "decrypt", file.toString())).isEqualTo(128);
    assertThat(world.err()).doesNotContain("not used").contains("AWS KMS");
  }

  @Test
  void usesNoKeyIfTheSettingForbidsIt() {
    TestWorld world = world(moto.environment()).with("SEALCONF_ALLOWED_KEYS", "none");

    assertThat(run(world, "decrypt", file.toString())).isEqualTo(128);
    assertThat(world.err()).contains("neither .sops.yaml nor the environment does");
  }

  @Test
  void usesOnlyTheKeysOfTheRuleForTheFile() throws IOException {
    rule("^app", other);
    TestWorld world = world(moto.environment());
    assertThat(run(world, "decrypt", file.toString())).isEqualTo(128);
    assertThat(world.err()).contains("its creation rule lists other keys");

    rule("^app", key);
    assertThat(run(world, "decrypt", file.toString())).as(world.err()).isZero();
    rule("^never$", other);
    assertThat(run(world, "decrypt", file.toString())).as(world.err()).isZero();
  }

  @Test
  void theRuleNextToAFileAppliesFromEveryFolder() throws IOException {
    rule("app", other);
    TestWorld world = TestWorld.in(elsewhere);
    moto.environment().forEach(world::with);
    assertThat(run(world, "decrypt", file.toString())).isEqualTo(128);
    assertThat(world.err()).contains("its creation rule lists other keys");

    Files.delete(folder.resolve(".sops.yaml"));
    assertThat(run(world, "decrypt", file.toString())).as(world.err()).isZero();
  }

  private void rule(String path, String name) throws IOException {
    String rule = "creation_rules:\n  - path_regex: %s\n    kms: %s\n".formatted(path, name);
    Files.writeString(folder.resolve(".sops.yaml"), rule);
  }

  private TestWorld world(Map<String, String> environment) {
    TestWorld world = TestWorld.in(folder);
    environment.forEach(world::with);
    return world;
  }

  private static int run(TestWorld world, String... words) {
    return CommandLines.run(world.world(), "sealconf", List.of(words));
  }
}
