package dev.sealconf.keys.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.Peers;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.spi.KeyProvider;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The age command and real plugins of it. */
final class AgePeersTest {
  private static final Path KEYS = Path.of("testdata/keys").toAbsolutePath();
  private static final String BATCHPASS = "AGE-PLUGIN-BATCHPASS-1JCS0Q9";

  @TempDir Path folder;

  private final KeyProvider provider = new AgeKeyProvider();

  @ParameterizedTest
  @CsvSource({"age-1.txt", "age-pq.txt", "ssh-ed25519", "ssh-rsa"})
  void ageAndWeOpenWhatTheOtherWraps(String key) throws IOException {
    Path identity = copy(key);
    World world =
        world()
            .with(
                key.startsWith("ssh") ? "SOPS_AGE_SSH_PRIVATE_KEY_FILE" : "SOPS_AGE_KEY_FILE",
                identity.toString())
            .world();
    String recipient = recipient(key);
    String age = Peers.AGE_1_3.path().toString();
    MasterKey masterKey = provider.parse(recipient).get(0);
    String ours = provider.wrap(SecretBytes.owning(share()), masterKey, world);
    byte[] theirs = run(share(), Map.of(), age, "-a", "-r", recipient);

    assertThat(run(ascii(ours), Map.of(), age, "-d", "-i", identity.toString())).isEqualTo(share());
    opens(new WrappedKey(masterKey, new String(theirs, StandardCharsets.US_ASCII)), world);
  }

  @Test
  void opensThroughAPluginWhatAPassphraseEncrypts() throws IOException {
    WrappedKey file = wrappedByBatchpass();
    Path plugin = Peers.AGE_PLUGIN_BATCHPASS.path();
    TestWorld world = world().with("PATH", path(plugin)).with("SOPS_AGE_KEY", BATCHPASS);

    opens(file, world.with("AGE_PASSPHRASE", "correct horse").world());
    assertThat(failure(file, world.with("AGE_PASSPHRASE", "wrong horse")))
        .contains("age-plugin-batchpass (says 'incorrect passphrase')");
    assertThat(failure(file, world.without("AGE_PASSPHRASE")))
        .contains("says 'either AGE_PASSPHRASE or AGE_PASSPHRASE_FD must be set'");
  }

  @Test
  void opensThroughAPluginWhatWeWrapOurselves() throws IOException {
    Path plugin = Peers.AGE_PLUGIN_PQ.path();
    byte[] converted =
        run(
            Files.readAllBytes(KEYS.resolve("age-pq.txt")),
            Map.of(),
            plugin.toString(),
            "-identity");
    World world =
        world()
            .with("PATH", path(plugin))
            .with("SOPS_AGE_KEY", new String(converted, StandardCharsets.US_ASCII))
            .world();
    MasterKey key = provider.parse(recipient("age-pq.txt")).get(0);

    opens(new WrappedKey(key, provider.wrap(SecretBytes.owning(share()), key, world)), world);
  }

  private WrappedKey wrappedByBatchpass() throws IOException {
    Map<String, String> environment =
        Map.of(
            "PATH",
            path(Peers.AGE_PLUGIN_BATCHPASS.path()),
            "AGE_PASSPHRASE",
            "correct horse",
            "AGE_PASSPHRASE_WORK_FACTOR",
            "10");
    String age = Peers.AGE_1_3.path().toString();
    byte[] enc = run(share(), environment, age, "-e", "-a", "-j", "batchpass");
    MasterKey key = provider.parse(recipient("age-2.txt")).get(0);
    return new WrappedKey(key, new String(enc, StandardCharsets.US_ASCII));
  }

  private void opens(WrappedKey file, World world) {
    try (SecretBytes share = new AgeKeyProvider().unwrap(file, world)) {
      assertThat(share.exposed()).isEqualTo(share());
    }
  }

  private static String failure(WrappedKey file, TestWorld world) {
    World one = world.world();
    KeyProvider fresh = new AgeKeyProvider();
    return catchThrowableOfType(SealconfException.class, () -> fresh.unwrap(file, one))
        .getMessage();
  }

  private static byte[] share() {
    byte[] share = new byte[32];
    Arrays.fill(share, (byte) 7);
    return share;
  }

  private byte[] run(byte[] input, Map<String, String> environment, String... command)
      throws IOException {
    Path in = Files.write(folder.resolve("input"), input);
    Path errors = folder.resolve("errors");
    ProcessBuilder builder = new ProcessBuilder(List.of(command));
    builder.redirectInput(in.toFile()).redirectError(errors.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    byte[] out = process.getInputStream().readAllBytes();
    assertThat(process.onExit().join().exitValue()).as(Files.readString(errors)).isZero();
    return out;
  }

  private static String path(Path program) {
    return program.toAbsolutePath().getParent() + File.pathSeparator + System.getenv("PATH");
  }

  private static String recipient(String key) throws IOException {
    return key.startsWith("ssh")
        ? Files.readString(KEYS.resolve(key + ".pub")).strip()
        : Files.readAllLines(KEYS.resolve(key)).get(1).replaceFirst(".*: ", "");
  }

  private TestWorld world() {
    return TestWorld.in(folder).with("PATH", System.getenv("PATH"));
  }

  private Path copy(String key) throws IOException {
    Path file = Files.write(folder.resolve("key"), Files.readAllBytes(KEYS.resolve(key)));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
