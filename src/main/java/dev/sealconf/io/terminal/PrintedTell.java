package dev.sealconf.io.terminal;

import dev.sealconf.io.Tell;
import java.io.PrintStream;

/**
 * Prints each report on a line.
 *
 * @param out the stream to print to
 * @param prefix the start of each warning, such as {@code sealconf: warning: }
 * @param watched whether a person is watching
 */
public record PrintedTell(PrintStream out, String prefix, boolean watched) implements Tell {

  @Override
  public void warn(String message) {
    out.println(prefix + message);
  }

  @Override
  public void say(String line) {
    out.println(line);
  }
}
