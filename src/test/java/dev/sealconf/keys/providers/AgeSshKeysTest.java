package dev.sealconf.keys.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.spi.KeyProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ssh keys as recipients, and where their private halves are looked for. */
final class AgeSshKeysTest {
  private static final Path KEYS = Path.of("testdata/keys");
  private static final String FILE = "SOPS_AGE_SSH_PRIVATE_KEY_FILE";
  private static final String COMMAND = "SOPS_AGE_SSH_PRIVATE_KEY_CMD";

  @TempDir Path folder;

  private final KeyProvider provider = new AgeKeyProvider();

  @ParameterizedTest
  @CsvSource({
    "ssh-ed25519, ssh-ed25519",
    "ssh-rsa, ssh-rsa",
    "ssh-rsa, ssh-rsa.pem",
    "ssh-rsa, ssh-rsa.pkcs8"
  })
  void usesTheFileThatTheVariableNames(String recipient, String key) throws IOException {
    opens(recipient, world().with(FILE, copy(key, "key").toString()));
  }

  @ParameterizedTest
  @CsvSource({"ssh-ed25519, id_ed25519", "ssh-rsa, id_rsa"})
  void usesTheFilesThatSshUses(String key, String name) throws IOException {
    copy(key, "home/.ssh/" + name);

    opens(key, world());
  }

  @Test
  void usesTheOutputOfTheCommandAndPassesItTheRecipient() throws IOException {
    Path seen = folder.resolve("seen");
    Path key = copy("ssh-rsa", "key");
    Path command = folder.resolve("command");
    Files.writeString(command, "#!/bin/sh\necho \"$SOPS_AGE_RECIPIENT\" > " + seen + "\ncat $1\n");
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));

    opens("ssh-rsa", world().with(COMMAND, command + " " + key));
    assertThat(seen).hasContent(line("ssh-rsa"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssh-ed25519-locked", "ssh-rsa-locked.pem", "ssh-ed25519-cbc"})
  void asksOnlyOnceForThePassphrase(String key) throws IOException {
    Path file = copy(key, "key");
    copy(key + ".pub", "key.pub");
    TestWorld world = world().with(FILE, file.toString()).withSecrets("correct horse");
    World one = world.world();

    provider.unwrap(wrapped(key, one), one).close();
    provider.unwrap(wrapped(key, one), one).close();
    assertThat(world.prompts()).containsExactly("Enter passphrase for '" + file + "':");
  }

  @Test
  void asksForNoPassphraseIfTheFileIsForAnotherKey() throws IOException {
    copy("ssh-ed25519-locked", "home/.ssh/id_ed25519");
    TestWorld world = world().withSecrets("correct horse");

    assertThat(failure("ssh-ed25519", world).getMessage())
        .contains(folder.resolve("home/.ssh/id_ed25519") + "' (another key)")
        .contains(folder.resolve("home/.ssh/id_rsa") + "' (does not exist)");
    assertThat(world.prompts()).isEmpty();
  }

  @Test
  void readsSshKeysOnlyForFilesWithAnSshRecipient() throws IOException {
    copy("ssh-ed25519-locked", "home/.ssh/id_ed25519");
    World world = world().with(COMMAND, "false").world();
    MasterKey other = provider.parse(recipientOfAge1()).get(0);
    WrappedKey wrapped = new WrappedKey(other, provider.wrap(share(), other, world));
    SealconfException failure =
        catchThrowableOfType(SealconfException.class, () -> provider.unwrap(wrapped, world));

    assertThat(failure.getMessage()).doesNotContain(".ssh", COMMAND);
  }

  @Test
  void saysWhyALockedKeyStaysLocked() throws IOException {
    Path key = copy("ssh-ed25519-locked", "key");

    SealconfException nobody = failure("ssh-ed25519-locked", world().with(FILE, key.toString()));

    assertThat(nobody.getMessage())
        .contains(
            "'" + key + "' (protected by a passphrase, and there is no terminal to ask for it)");
    assertThat(nobody.hints())
        .containsExactly("run it at a terminal, where the passphrase can be typed");
    assertThat(
            failure(
                    "ssh-ed25519-locked",
                    world().with(FILE, key.toString()).withSecrets("wrong horse"))
                .getMessage())
        .contains("'" + key + "' (the passphrase is wrong)")
        .doesNotContain("wrong horse");
  }

  @Test
  void aLockedPemNeedsItsPublicHalf() throws IOException {
    TestWorld world = world().with(FILE, copy("ssh-rsa-locked.pem", "key").toString());

    assertThat(failure("ssh-rsa-locked.pem", world.withSecrets("correct horse")).getMessage())
        .contains("(encrypted, and its public key is not next to it)");
    assertThat(world.prompts()).isEmpty();
  }

  @Test
  void aPublicHalfOfAnotherKeyIsNoticed() throws IOException {
    Path key = copy("ssh-rsa-locked.pem", "key");
    copy("ssh-rsa.pub", "key.pub");

    assertThat(
            failure("ssh-rsa", world().with(FILE, key.toString()).withSecrets("correct horse"))
                .getMessage())
        .contains("(its public and private keys don't match)");
  }

  @ParameterizedTest
  @CsvSource({
    "ssh-ecdsa, a key of another kind than ssh-ed25519 and ssh-rsa",
    "age-1.txt, not a private ssh key",
    "ssh-rsa.pub, not a private ssh key"
  })
  void reportsWhatItCannotUse(String file, String why) throws IOException {
    Path key = copy(file, "key");
    SealconfException failure = failure("ssh-ed25519", world().with(FILE, key.toString()));

    assertThat(failure.getMessage()).contains("'" + key + "' (" + why + ")");
    assertThat(failure.hints())
        .containsExactly(
            "name the file of the private ssh key: export SOPS_AGE_SSH_PRIVATE_KEY_FILE=…");
  }

  @Test
  void keepsTheCommentInTheRecipient() throws IOException {
    assertThat(provider.parse(line("ssh-ed25519")).get(0).name())
        .endsWith(" alice@example.com laptop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh-ed25519",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOJODc4T7ZJUA8RqkuF7dzJ6SsJnqmexDEp84C6bETC",
        "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIOJODc4T7ZJUA8RqkuF7dzJ6SsJnqmexDEp84C6bETC8",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "ssh-dss AAAAB3NzaC1kc3MAAAABAQ=="
      })
  void refusesMalformedLines(String line) {
    SealconfException failure =
        catchThrowableOfType(SealconfException.class, () -> provider.parse(line));

    assertThat(failure).hasMessageContaining("is malformed");
    assertThat(failure.hints()).anyMatch(hint -> hint.contains(".pub"));
  }

  @Test
  void refusesPrivateKeysAsRecipientsWithoutShowingThem() throws IOException {
    String key = Files.readString(KEYS.resolve("ssh-ed25519"));
    SealconfException failure =
        catchThrowableOfType(SealconfException.class, () -> provider.parse(key));

    assertThat(failure.getMessage()).contains("which is secret").doesNotContain("b3BlbnNzaC1");
  }

  private void opens(String recipient, TestWorld world) throws IOException {
    World one = world.world();
    try (SecretBytes share = provider.unwrap(wrapped(recipient, one), one)) {
      assertThat(share.exposed()).hasSize(32).containsOnly(7);
    }
  }

  private SealconfException failure(String recipient, TestWorld world) throws IOException {
    World one = world.world();
    WrappedKey wrapped = wrapped(recipient, one);
    KeyProvider fresh = new AgeKeyProvider();
    SealconfException failure =
        catchThrowableOfType(SealconfException.class, () -> fresh.unwrap(wrapped, one));
    assertThat(failure).isNotNull();
    return failure;
  }

  private WrappedKey wrapped(String recipient, World world) throws IOException {
    MasterKey key = provider.parse(line(recipient)).get(0);
    return new WrappedKey(key, provider.wrap(share(), key, world));
  }

  private static SecretBytes share() {
    byte[] share = new byte[32];
    Arrays.fill(share, (byte) 7);
    return SecretBytes.owning(share);
  }

  private static String line(String key) throws IOException {
    return Files.readString(KEYS.resolve(key + ".pub")).strip();
  }

  private static String recipientOfAge1() throws IOException {
    return Files.readAllLines(KEYS.resolve("age-1.txt")).get(1).replaceFirst(".*: ", "");
  }

  private TestWorld world() {
    return TestWorld.in(folder).with("PATH", System.getenv("PATH"));
  }

  private Path copy(String key, String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, Files.readAllBytes(KEYS.resolve(key)));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
