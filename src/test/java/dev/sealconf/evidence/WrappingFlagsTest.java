package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.fakes.KmsFake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What flags say about keys of creation rules, and what is said when a key can't wrap. */
class WrappingFlagsTest {
  private static final String CONTEXT = "--encryption-context";

  @TempDir Path folder;
  private final KmsFake kms = new KmsFake();
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("app.yaml"), "a: one\n");
  }

  @AfterEach
  void close() {
    kms.close();
  }

  @Test
  void anEncryptionContextAppliesToTheKeysOfARule() throws IOException {
    rule("kms: " + KmsFake.KEY);
    for (String[] form : new String[][] {{"encrypt", CONTEXT}, {"-e", CONTEXT}}) {
      TestWorld world = world();
      assertThat(run(world, form[0], form[1], "App:v", file.toString())).as(world.err()).isZero();
      assertThat(world.out()).contains("context:").contains("App: v");
      assertThat(world.err()).isEmpty();
    }
    assertThat(kms.contexts()).containsExactly(Map.of("App", "v"), Map.of("App", "v"));
  }

  @Test
  void aProfileAppliesToTheKeysOfARule() throws IOException {
    rule("kms: " + KmsFake.KEY + "\n    aws_profile: other");
    Path aws = Files.createDirectories(folder.resolve("home/.aws"));
    Files.writeString(
        aws.resolve("credentials"),
        "[work]\naws_access_key_id = AKIAHOLDER\naws_secret_access_key = x\n");
    TestWorld world = world().with("AWS_ACCESS_KEY_ID", KmsFake.STRANGER);

    assertThat(run(world, "encrypt", "--aws-profile", "work", file.toString()))
        .as(world.err())
        .isZero();
    assertThat(world.out()).contains("aws_profile: work");
  }

  @Test
  void aContextThatContradictsTheRuleIsRefused() throws IOException {
    rule("key_groups:\n      - kms:\n          - {arn: '%s', context: {App: w}}", KmsFake.KEY);
    TestWorld world = world();

    assertThat(run(world, "encrypt", CONTEXT, "App:v", file.toString())).isEqualTo(8);
    assertThat(world.err()).contains("another encryption context than --encryption-context");
    assertThat(kms.calls()).isEmpty();
  }

  @Test
  void warnsAboutAContextThatAppliesToNoKey() throws IOException {
    rule("age: " + TestKeys.RECIPIENT);
    TestWorld world = world().with("SOPS_AGE_KEY", TestKeys.IDENTITIES);

    assertThat(run(world, "encrypt", "-i", CONTEXT, "App:v", file.toString())).isZero();
    assertThat(world.err())
        .isEqualTo(
            "sealconf: warning: --encryption-context has no effect: none of these keys uses it\n");
    assertThat(run(world, "rotate", "-i", CONTEXT, "App:v", file.toString())).isZero();
    assertThat(world.err().lines()).hasSize(2);
  }

  @Test
  void aFailureNamesTheRecipientAndTheFile() throws IOException {
    String two = KmsFake.KEY + "," + KmsFake.DISABLED_KEY;
    String expected = "app.yaml: can't encrypt for kms '" + KmsFake.DISABLED_KEY + "': the key";
    for (String flag : List.of("-i", "--output=" + folder.resolve("out.yaml"))) {
      TestWorld world = world();
      assertThat(run(world, "encrypt", flag, "--kms", two, file.toString())).isEqualTo(1);
      assertThat(world.err()).contains(expected);
    }
    run(world(), "encrypt", "-i", "--kms", KmsFake.KEY, file.toString());
    TestWorld world = world().with("SOPS_KMS_ARN", KmsFake.KEY);
    assertThat(run(world, "rotate", "--add-kms", KmsFake.DISABLED_KEY, file.toString()))
        .isEqualTo(1);
    assertThat(world.err()).contains(expected);
    rule("kms: '" + two + "'");
    assertThat(run(world, "updatekeys", "-y", file.toString())).isEqualTo(1);
    assertThat(world.err().split("app.yaml: can't encrypt for kms", -1)).hasSize(3);
  }

  @Test
  void debuggingShowsWhereAFailureStartedWithoutLibraryText() {
    TestWorld world = world().with("SEALCONF_DEBUG", "1");

    assertThat(run(world, "encrypt", "--kms", KmsFake.DISABLED_KEY, file.toString())).isEqualTo(1);
    assertThat(world.err())
        .contains("dev.sealconf.error.KeyFailure$NotWrapped\n    at dev.sealconf.vendor.aws.")
        .contains("    at dev.sealconf.keys.providers.kms.client.AwsKms.wrap(AwsKms.java:")
        .contains("\nsoftware.amazon.awssdk.services.kms.model.DisabledException\n    at ")
        .doesNotContain("quoted: x")
        .doesNotContain(KmsFake.SECRET);
  }

  @Test
  void debuggingShowsWhyEachKeyDidNotOpen() throws IOException {
    run(world(), "encrypt", "-i", "--kms", KmsFake.KEY, file.toString());
    TestWorld world =
        TestWorld.in(folder).with("SEALCONF_DEBUG", "1").with("SOPS_KMS_ARN", KmsFake.KEY);
    kms.stranger().forEach(world::with);

    assertThat(run(world, "decrypt", file.toString())).isEqualTo(128);
    assertThat(world.err())
        .contains("    at dev.sealconf.keys.providers.kms.client.AwsKms.unwrap(AwsKms.java:");
  }

  private void rule(String fields, Object... more) throws IOException {
    Files.writeString(
        folder.resolve(".sops.yaml"), "creation_rules:\n  - " + fields.formatted(more) + "\n");
  }

  private TestWorld world() {
    TestWorld world = TestWorld.in(folder);
    kms.holder().forEach(world::with);
    return world;
  }

  private static int run(TestWorld world, String... words) {
    return CommandLines.run(world.world(), "sealconf", new ArrayList<>(List.of(words)));
  }
}
