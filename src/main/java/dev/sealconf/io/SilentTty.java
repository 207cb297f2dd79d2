package dev.sealconf.io;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The terminal while it does not show what is typed. {@code stty} does it: Java's own console gives
 * up as soon as standard input or output is redirected, which for this program is the rule.
 */
final class SilentTty {
  private static final File TTY = new File("/dev/tty");

  private final String settings;
  private final Thread restorer;

  private SilentTty(String settings) {
    this.settings = settings;
    this.restorer = new Thread(() -> stty(settings));
  }

  /** Switches the echo off until {@link #end}, or until the program is interrupted. */
  static Optional<SilentTty> begin() {
    Optional<SilentTty> silent = stty("-g").map(text -> new SilentTty(text.strip()));
    silent.ifPresent(tty -> Runtime.getRuntime().addShutdownHook(tty.restorer));
    return silent.filter(tty -> stty("-echo").isPresent());
  }

  /** Puts the terminal back as it was. */
  void end() {
    stty(settings);
    try {
      Runtime.getRuntime().removeShutdownHook(restorer);
    } catch (IllegalStateException e) {
      // the program is ending, and the hook has restored it already
    }
  }

  private static Optional<String> stty(String setting) {
    try {
      Process process =
          new ProcessBuilder("stty", setting)
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
