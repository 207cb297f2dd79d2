package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that {@code decrypt --for} has written, when the waiting process ends. */
@Timeout(120)
class DecryptForIT {
  @TempDir Path root;
  private final String secret = "s3cret" + UUID.randomUUID();
  private Path output;
  private Process run;

  @BeforeEach
  void waitForTheFile() throws Exception {
    Path folder = Files.createDirectory(root.resolve("work"));
    Packaged sealconf = new Packaged(folder).withKey();
    Files.writeString(folder.resolve("s.yaml"), "a: " + secret + "\n");
    assertThat(sealconf.run("encrypt", "-i", "s.yaml").exit()).isZero();
    output = folder.resolve("plain.yaml");
    run =
        sealconf.start(
            Packaged.DISTRIBUTION.resolve("bin/sealconf"),
            root.resolve("out"),
            root.resolve("err"),
            "decrypt",
            "--for",
            "1h",
            "--output",
            "plain.yaml",
            "s.yaml");
    while (!Files.exists(output)) {
      assertThat(run.waitFor(50, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  @AfterEach
  void end() {
    run.destroyForcibly();
  }

  @Test
  void itIsThereForItsOwner() throws Exception {
    assertThat(output).content().contains(secret);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output)))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void aSignalRemovesIt(String signal, int status) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + signal, "" + run.pid()).start().waitFor()).isZero();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(status);
    assertThat(SecretSearch.everywhere(secret, root)).isEmpty();
  }

  @Test
  void aKeyThatQuitsIsIgnoredWithoutAWord() throws Exception {
    assertThat(new ProcessBuilder("kill", "-QUIT", "" + run.pid()).start().waitFor()).isZero();
    assertThat(new ProcessBuilder("kill", "" + run.pid()).start().waitFor()).isZero();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(143);
    assertThat(root.resolve("err")).isEmptyFile();
    assertThat(root.resolve("out")).isEmptyFile();
  }

  @Test
  void aDeletedFileIsNoMistake() throws Exception {
    Files.delete(output);
    assertThat(new ProcessBuilder("kill", "" + run.pid()).start().waitFor()).isZero();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(root.resolve("err")).isEmptyFile();
  }
}
