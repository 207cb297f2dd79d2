package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.fakes.VaultFake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack: a repository names a Vault of its own in {@code .sops.yaml}, to be sent the token. */
class RepositoryVaultTest {
  private static final String PLAIN = "a: one\n";

  @TempDir Path folder;
  private final VaultFake vault = new VaultFake();
  private Path file;

  @BeforeEach
  void seal() throws IOException {
    file = Files.writeString(folder.resolve("app.yaml"), PLAIN);
    TestWorld world = user();
    assertThat(run(world, "encrypt", "-i", "--hc-vault-transit", vault.key("one"), file.toString()))
        .as(world.err())
        .isZero();
  }

  @AfterEach
  void close() {
    vault.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"^never$", "app"})
  void decryptSendsItNothing(String path) throws IOException {
    rule(path);
    int before = vault.requests().size();
    TestWorld world = user().with("VAULT_ADDR", "https://vault.example");

    assertThat(run(world, "decrypt", file.toString())).isEqualTo(128);
    assertThat(world.err()).contains("not used: only .sops.yaml names it");
    assertThat(run(world.with("SEALCONF_ALLOWED_KEYS", "none"), "decrypt", file.toString()))
        .isEqualTo(128);
    assertThat(vault.requests()).hasSize(before);
  }

  @Test
  void encryptSendsItNothing() throws IOException {
    rule("");
    int before = vault.requests().size();
    TestWorld world = user();
    Path plain = Files.writeString(folder.resolve("plain.yaml"), PLAIN);

    assertThat(run(world, "encrypt", plain.toString())).isNotZero();
    assertThat(world.err()).contains("not used: only .sops.yaml names it");
    assertThat(vault.requests()).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"VAULT_ADDR", "BAO_ADDR", "SOPS_HC_VAULT_ALLOWLIST"})
  void aVaultThatTheEnvironmentNamesIsUsed(String variable) throws IOException {
    rule("");
    TestWorld world = user().with(variable, vault.address());

    assertThat(run(world, "decrypt", file.toString())).as(world.err()).isZero();
    assertThat(world.out()).isEqualTo(PLAIN);
    assertThat(run(world, "rotate", "-i", file.toString())).as(world.err()).isZero();
  }

  private void rule(String path) throws IOException {
    Files.writeString(
        folder.resolve(".sops.yaml"),
        "creation_rules:\n  - path_regex: '"
            + path
            + "'\n    hc_vault_transit_uri: "
            + vault.key("one")
            + "\n");
  }

  private TestWorld user() {
    return TestWorld.in(folder).with("VAULT_TOKEN", VaultFake.TOKEN);
  }

  private static int run(TestWorld world, String... words) {
    return CommandLines.run(world.world(), "sealconf", List.of(words));
  }
}
