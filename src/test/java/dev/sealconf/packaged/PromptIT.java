package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The prompt of {@code set} on a terminal of its own, which {@code script} gives it. */
@Timeout(240)
class PromptIT {
  private static final String PASTE = "\u001b[200~";
  private static final String END = "\u001b[201~";
  private static final int PATIENCE_SECONDS = 60;

  @TempDir Path root;
  private Packaged sealconf;
  private Path folder;
  private Process terminal;
  private final StringBuilder shown = new StringBuilder();

  @BeforeEach
  void encrypt() throws Exception {
    folder = Files.createDirectory(root.resolve("work"));
    sealconf = new Packaged(folder).withKey();
    Files.writeString(folder.resolve("s.yaml"), "a: old\n");
    assertThat(sealconf.run("encrypt", "-i", "s.yaml").exit()).isZero();
  }

  @AfterEach
  void end() {
    if (terminal != null) {
      terminal.descendants().forEach(ProcessHandle::destroyForcibly);
      terminal.destroyForcibly();
    }
  }

  @Test
  void acceptsWhatIsTypedTwice() throws Exception {
    start();
    answer("Value (not shown): ", "secret\n");
    answer("Type it again: ", "secret\n");
    assertThat(exit()).isEqualTo("0");
    assertThat(value()).isEqualTo("secret");
    assertThat(shown.toString()).doesNotContain("secret");
  }

  @Test
  void readsAWholePasteOfSeveralLines() throws Exception {
    String paste = PASTE + "first\rtouch pwned\rlast\r" + END + "\r";
    start();
    answer("Value (not shown): ", paste);
    answer("Type it again: ", paste);
    assertThat(exit()).isEqualTo("0");
    assertThat(value()).isEqualTo("first\ntouch pwned\nlast\n");
    assertThat(shown.toString()).doesNotContain("pwned");
  }

  @Test
  void refusesAnUnmarkedPasteAndLeavesNothingForTheShell() throws Exception {
    start();
    answer("Value (not shown): ", "first\ntouch pwned\nlast\n");
    assertThat(exit()).isEqualTo("7");
    assertThat(value()).isEqualTo("old");
    assertThat(Files.readString(folder.resolve("rest"))).isEmpty();
    assertThat(shown.toString()).doesNotContain("pwned").contains("several lines came at once");
  }

  @Test
  void readsALineThatIsLongerThanATerminalsBuffer() throws Exception {
    String secret = "x".repeat(6000);
    start();
    answer("Value (not shown): ", secret + "\n");
    answer("Type it again: ", secret + "\n");
    assertThat(exit()).isEqualTo("0");
    assertThat(value()).isEqualTo(secret);
  }

  @Test
  void refusesEnterAlone() throws Exception {
    start();
    answer("Value (not shown): ", "\n");
    assertThat(exit()).isEqualTo("7");
    assertThat(value()).isEqualTo("old");
  }

  /** Runs the program, and then what a shell would do with keys that are left. */
  private void start() throws IOException {
    String program = Packaged.DISTRIBUTION.resolve("bin/sealconf").toString();
    String command =
        "'" + program + "' set s.yaml '[\"a\"]'; echo $? > code; echo 'ended'; cat > rest";
    ProcessBuilder builder =
        new ProcessBuilder(DefaultSignals.command(List.of("script", "-qec", command, "/dev/null")))
            .directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(sealconf.environment());
    builder.environment().putAll(Map.of("SHELL", "/bin/sh", "TERM", "xterm"));
    terminal = builder.redirectErrorStream(true).start();
  }

  private void answer(String prompt, String keys) throws Exception {
    await(prompt);
    OutputStream in = terminal.getOutputStream();
    in.write(keys.getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  private String exit() throws Exception {
    await("ended");
    terminal.getOutputStream().write(4);
    terminal.getOutputStream().flush();
    assertThat(terminal.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return Files.readString(folder.resolve("code")).strip();
  }

  /** Reads what the terminal shows until it shows this, which is then forgotten. */
  private void await(String text) throws IOException {
    InputStream out = terminal.getInputStream();
    int from = shown.length();
    while (shown.indexOf(text, from) < 0) {
      int c = out.read();
      assertThat(c).as("the end of what is shown: %s", shown).isNotNegative();
      shown.append((char) c);
    }
  }

  private String value() throws Exception {
    return sealconf.run("decrypt", "--extract", "[\"a\"]", "s.yaml").out();
  }
}
