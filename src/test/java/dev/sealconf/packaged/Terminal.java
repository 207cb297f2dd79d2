package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A terminal of its own, which {@code script} gives to a command. */
final class Terminal implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final StringBuilder shown = new StringBuilder();
  private final Process script;

  private Terminal(Process script) {
    this.script = script;
  }

  /** Runs a command of the shell. */
  static Terminal run(Path folder, Map<String, String> environment, String command)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(DefaultSignals.command(List.of("script", "-qec", command, "/dev/null")))
            .directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("SHELL", "/bin/sh");
    builder.environment().put("TERM", "xterm");
    return new Terminal(builder.redirectErrorStream(true).start());
  }

  /** Types once it shows a text. */
  void answer(String text, String keys) throws IOException {
    await(text);
    type(keys);
  }

  void type(String keys) throws IOException {
    OutputStream in = script.getOutputStream();
    in.write(keys.getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  /** Reads what it shows until it shows this, which is then forgotten. */
  void await(String text) throws IOException {
    InputStream out = script.getInputStream();
    int from = shown.length();
    while (shown.indexOf(text, from) < 0) {
      int c = out.read();
      assertThat(c).as("the end of what is shown: %s", shown()).isNotNegative();
      shown.append((char) c);
    }
  }

  /** All that it has shown, readable. */
  String shown() {
    return shown.toString().replace("\u001b", "^[");
  }

  /** Waits for the end of the command. */
  void end() throws InterruptedException {
    assertThat(script.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(shown()).isTrue();
  }

  /** The program of this file name that runs on it. */
  ProcessHandle running(String name) {
    return script
        .descendants()
        .filter(one -> one.info().command().filter(c -> c.endsWith("/" + name)).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /** Closes the window: all that runs on it gets HUP. */
  void hangUp() {
    script.destroyForcibly();
  }

  @Override
  public void close() {
    script.descendants().forEach(ProcessHandle::destroyForcibly);
    script.destroyForcibly();
  }
}
