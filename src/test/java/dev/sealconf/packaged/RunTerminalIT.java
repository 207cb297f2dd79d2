package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs under {@code run} on a terminal of their own, which {@code script} gives them. */
@Timeout(240)
class RunTerminalIT {
  private static final int INTERRUPT = 3;
  private static final int QUIT = 28;
  private static final int SUSPEND = 26;

  @TempDir Path root;
  private Packaged sealconf;
  private Path folder;
  private Process terminal;
  private final StringBuilder shown = new StringBuilder();

  @BeforeEach
  void encrypt() throws Exception {
    folder = Files.createDirectory(root.toRealPath().resolve("work"));
    sealconf = new Packaged(folder).withKey();
    Files.writeString(folder.resolve("s.yaml"), "password: hunter2-of-run\n");
    assertThat(sealconf.run("encrypt", "-i", "s.yaml").exit()).isZero();
  }

  @AfterEach
  void end() {
    if (terminal != null) {
      terminal.descendants().forEach(ProcessHandle::destroyForcibly);
      terminal.destroyForcibly();
    }
  }

  static Stream<Path> javas() {
    return Javas.all();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void keysAndANewSizeReachTheProgramOnce(Path java) throws Exception {
    Files.writeString(
        folder.resolve("program"),
        """
        trap 'echo resized' WINCH
        trap 'echo interrupted' INT
        trap 'echo quit; exit 6' QUIT
        test -t 0 && test -t 1 && test -t 2 && echo on a terminal
        stty cols 70
        while :; do sleep 0.1; done
        """);
    for (String kind : new String[] {"", "--file F=password "}) {
      shown.setLength(0);
      start(java, "sealconf run " + kind + "s.yaml -- sh program; echo ended $?");
      await("on a terminal");
      await("resized");
      type(INTERRUPT);
      await("interrupted");
      type(QUIT);
      await("ended 6");
      assertThat(shown.toString().split("resized|interrupted", -1)).hasSize(3);
      assertThat(shown).contains("quit").doesNotContain("dump").doesNotContain("Error");
      end();
    }
  }

  /** The loop starts no programs: bash would not notice a stop during {@code vfork}. */
  @ParameterizedTest
  @MethodSource("javas")
  void aJobCanBeSuspendedAndContinued(Path java) throws Exception {
    for (String kind : new String[] {"", "--file F=password "}) {
      shown.setLength(0);
      Files.deleteIfExists(folder.resolve("go"));
      start(
          java,
          "set -m; sealconf run "
              + kind
              + "s.yaml -- sh -c 'echo started; while ! test -e go; do :; done; exit 5';"
              + " echo first $?; touch go; fg; echo second $?");
      await("started");
      type(SUSPEND);
      await("first 148");
      await("second 5");
      end();
    }
  }

  private void start(Path java, String line) throws IOException {
    String path = Packaged.DISTRIBUTION.resolve("bin") + ":/usr/bin:/bin";
    ProcessBuilder builder =
        new ProcessBuilder(DefaultSignals.command(List.of("script", "-qec", line, "/dev/null")))
            .directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(sealconf.environment());
    builder.environment().putAll(Map.of("SHELL", "/bin/bash", "TERM", "xterm", "PATH", path));
    builder.environment().put("JAVA_HOME", java.toString());
    terminal = builder.redirectErrorStream(true).start();
  }

  private void type(int key) throws IOException {
    terminal.getOutputStream().write(key);
    terminal.getOutputStream().flush();
  }

  /** Reads what the terminal shows until it shows this. */
  private void await(String text) throws IOException {
    InputStream out = terminal.getInputStream();
    byte[] one = new byte[1];
    while (shown.indexOf(text) < 0) {
      assertThat(out.read(one)).as("the end of what is shown: %s", shown).isEqualTo(1);
      shown.append(new String(one, StandardCharsets.ISO_8859_1));
    }
  }
}
