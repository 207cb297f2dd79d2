package dev.sealconf.io.terminal;

import dev.sealconf.io.process.ShutdownHooks;
import dev.sealconf.io.process.Subprocess;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The terminal while it hides what is typed. It runs {@code stty}, because Java's own console
 * doesn't work if standard input or output is redirected, which is common for this program.
 */
final class SilentTty {
  private static final File TTY = new File("/dev/tty");

  private final Path program;
  private final String settings;
  private final Thread restorer;

  private SilentTty(Path program, String settings) {
    this.program = program;
    this.settings = settings;
    this.restorer = new Thread(() -> restore());
  }

  /**
   * Turns off echo and line buffering until {@link #end}, or until the program is interrupted.
   *
   * @param path the folders to search for {@code stty}, as in {@code PATH}
   */
  static Optional<SilentTty> begin(String path) {
    Optional<SilentTty> silent =
        Subprocess.find("stty", path)
            .flatMap(stty -> stty(stty, "-g").map(text -> new SilentTty(stty, text.strip())));
    silent.ifPresent(tty -> ShutdownHooks.add(tty.restorer));
    return silent.filter(
        tty -> stty(tty.program, "-echo", "-icanon", "min", "1", "time", "0").isPresent());
  }

  /** From now on, reads return nothing if no key is pressed within a tenth of a second. */
  boolean waitNoLonger() {
    return stty(program, "min", "0", "time", "1").isPresent();
  }

  private void restore() {
    SystemTerminal.show(TypedSecret.LEAVE_PASTES);
    stty(program, settings);
  }

  /** Restores the terminal's settings. */
  void end() {
    restore();
    try {
      ShutdownHooks.remove(restorer);
    } catch (IllegalStateException e) {
      // the program is ending, and its hook has already restored the terminal
    }
  }

  private static Optional<String> stty(Path program, String... setting) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(setting));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(TTY)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
