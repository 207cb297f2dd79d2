package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a {@code set} leaves that is ended while it has read a value: nothing. */
@Timeout(120)
class SetCrashIT {
  @TempDir Path root;
  private final String secret = "s3cret" + UUID.randomUUID();

  @ParameterizedTest
  @ValueSource(strings = {"SEGV", "ABRT", "BUS", "KILL", "TERM"})
  void aValueIsNowhereAfterTheEnd(String signal) throws Exception {
    try (OutputStream in = begun().getOutputStream()) {
      in.write(("\"" + secret).getBytes(StandardCharsets.UTF_8));
      in.flush();
      awaitRead();
      assertThat(SecretSearch.everywhere(secret, root)).isEmpty();
      Process kill = new ProcessBuilder("kill", "-" + signal, "" + run.pid()).start();
      assertThat(kill.waitFor()).isZero();
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(SecretSearch.everywhere(secret, root)).isEmpty();
    assertThat(Files.readString(root.resolve("work/s.yaml"))).isEqualTo(before);
    try (var files = Files.list(root.resolve("work"))) {
      assertThat(files).containsExactly(root.resolve("work/s.yaml"));
    }
  }

  @Test
  void theValueIsInNoArgumentOrVariable() throws Exception {
    try (OutputStream in = begun().getOutputStream()) {
      in.write(("\"" + secret).getBytes(StandardCharsets.UTF_8));
      in.flush();
      awaitRead();
      for (String file : new String[] {"cmdline", "environ"}) {
        assertThat(Files.readString(Path.of("/proc", "" + run.pid(), file))).doesNotContain(secret);
      }
      run.destroyForcibly();
    }
  }

  private Process run;
  private String before;

  /** A {@code set} that reads its value from a pipe which stays open. */
  private Process begun() throws Exception {
    Path folder = Files.createDirectory(root.resolve("work"));
    Packaged sealconf = new Packaged(folder).withKey();
    Files.writeString(folder.resolve("s.yaml"), "a: old\n");
    assertThat(sealconf.run("encrypt", "-i", "s.yaml").exit()).isZero();
    before = Files.readString(folder.resolve("s.yaml"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Packaged.DISTRIBUTION.resolve("bin/sealconf").toString(),
            "set",
            "--value-stdin",
            "s.yaml",
            "[\"a\"]");
    builder.directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(sealconf.environment());
    builder.redirectOutput(root.resolve("out").toFile());
    builder.redirectError(root.resolve("err").toFile());
    run = builder.start();
    return run;
  }

  /** Waits until the program has taken the value out of the pipe and waits for more. */
  private void awaitRead() throws Exception {
    Path wait = Path.of("/proc", "" + run.pid(), "task");
    for (int i = 0; i < 600; i++) {
      try (var threads = Files.newDirectoryStream(wait)) {
        for (Path thread : threads) {
          if (Files.readString(thread.resolve("wchan")).contains("pipe_read")
              || Files.readString(thread.resolve("syscall")).startsWith("0 0x0 ")) {
            return;
          }
        }
      } catch (java.io.IOException e) {
        // A thread has ended while it was looked at.
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the program does not read its standard input");
  }
}
