package dev.sealconf.io.terminal;

import dev.sealconf.io.Tell;
import java.io.PrintStream;

/**
 * Prints what it is told, a line each.
 *
 * @param out where it is printed
 * @param prefix what each warning begins with, such as {@code sealconf: warning: }
 * @param watched whether a person reads it as it happens
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
