package dev.sealconf.io.program;

import dev.sealconf.error.Printable;
import dev.sealconf.error.ProgramFailure;
import dev.sealconf.error.SealconfException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains why the system refuses to start a program. */
final class StartFailure {
  private static final int NO_SUCH_FILE = 2;
  private static final int TOO_BIG = 7;
  private static final int NO_EXECUTABLE_FORMAT = 8;
  private static final int ACCESS_DENIED = 13;

  /** The JDK has no type for these failures; its message contains the error number. */
  private static final Pattern NUMBER = Pattern.compile("error[=:] ?(\\d+)");

  /** Shells look at the first line to tell a script from a binary file. */
  private static final int START_OF_FILE = 128;

  private StartFailure() {}

  /**
   * Returns the failure for an error number of {@code execve}.
   *
   * @param word the program as typed
   */
  static SealconfException of(String word, int error) {
    String name = Printable.quote(word);
    return switch (error) {
      case NO_SUCH_FILE ->
          new ProgramFailure.Missing(name + " needs an interpreter that does not exist")
              .hint("check its first line, or install the system's program loader for it");
      case TOO_BIG ->
          new ProgramFailure.NotExecutable(
                  "the variables and arguments are larger than the system allows")
              .hint("choose variables with --only NAME, or pass a file: --file VAR=PATH");
      case NO_EXECUTABLE_FORMAT ->
          new ProgramFailure.NotExecutable(name + " is not a program for this machine");
      case ACCESS_DENIED -> new ProgramFailure.NotExecutable(name + " can't be executed");
      default -> new ProgramFailure.NotExecutable(name + " can't be executed: error " + error);
    };
  }

  /** Returns the failure for a child that the JDK could not start. */
  static SealconfException of(String word, IOException failure) {
    Matcher number = NUMBER.matcher(String.valueOf(failure.getMessage()));
    return of(word, number.find() ? Integer.parseInt(number.group(1)) : ACCESS_DENIED)
        .from(failure);
  }

  /** Returns whether a shell may run this file, which has no format that the system knows. */
  static boolean mayBeScript(Path file, int error) {
    if (error != NO_EXECUTABLE_FORMAT) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      for (byte b : in.readNBytes(START_OF_FILE)) {
        if (b == 0 || b == '\n') {
          return b != 0;
        }
      }
      return true;
    } catch (IOException e) {
      return true; // a shell may execute what it can't read
    }
  }
}
