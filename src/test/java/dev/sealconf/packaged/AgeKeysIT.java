package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of age key with no more of BouncyCastle than is shipped. */
class AgeKeysIT {
  private static final Path KEYS = Path.of("testdata/keys").toAbsolutePath();

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({
    "SOPS_AGE_KEY_FILE, age-1.txt, age-1.txt",
    "SOPS_AGE_KEY_FILE, age-pq.txt, age-pq.txt",
    "SOPS_AGE_SSH_PRIVATE_KEY_FILE, ssh-ed25519.pub, ssh-ed25519",
    "SOPS_AGE_SSH_PRIVATE_KEY_FILE, ssh-rsa.pub, ssh-rsa",
    "SOPS_AGE_SSH_PRIVATE_KEY_FILE, ssh-rsa.pub, ssh-rsa.pem",
    "SOPS_AGE_SSH_PRIVATE_KEY_FILE, ssh-rsa.pub, ssh-rsa.pkcs8"
  })
  void opensWhatItSealed(String variable, String recipient, String key) throws Exception {
    Path folder = Files.createDirectories(root.toRealPath().resolve("work"));
    Files.writeString(folder.resolve("a.yaml"), "a: one\n");
    Packaged sealconf = new Packaged(folder).with(variable, KEYS.resolve(key).toString());
    Result sealed = sealconf.run("encrypt", "-i", "--age", recipient(recipient), "a.yaml");
    Result opened = sealconf.run("decrypt", "a.yaml");

    assertThat(sealed.exit()).as(sealed.err()).isZero();
    assertThat(opened.out()).as(opened.err()).isEqualTo("a: one\n");
  }

  private static String recipient(String file) throws IOException {
    String text = Files.readString(KEYS.resolve(file));
    return text.startsWith("ssh-") ? text.strip() : text.replaceFirst("(?s).*key: (\\S+).*", "$1");
  }
}
