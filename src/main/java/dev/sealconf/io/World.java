package dev.sealconf.io;

import dev.sealconf.error.Printable;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * All that a run of the program sees of the machine, handed in so that a test can run the whole
 * program in its own process.
 *
 * @param directory the working directory, absolute
 */
public record World(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Map<String, String> environment,
    Path directory,
    Clock clock,
    Entropy entropy,
    Terminal terminal) {

  /** The value of an environment variable that is set and not empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isEmpty());
  }

  /** An absolute, normalized path for what a user typed. */
  public Path resolve(String typed) {
    return directory.resolve(typed).normalize();
  }

  /**
   * How messages name a file: relative to the working directory where it lies below it, and quoted
   * for the terminal.
   */
  public String shown(Path file) {
    boolean below = file.startsWith(directory) && !file.equals(directory);
    return Printable.quote((below ? directory.relativize(file) : file).toString());
  }

  /** Prints one line of warning on standard error; the caller has quoted what is untrusted. */
  public void warn(String message) {
    err.println("warning: " + message);
  }
}
