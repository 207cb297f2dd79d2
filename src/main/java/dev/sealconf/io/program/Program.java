package dev.sealconf.io.program;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A program that the user wants to run.
 *
 * @param words its name or path as typed, and its arguments; none of them secret
 * @param variables its environment variables by name, which may be secret; no value contains a zero
 *     byte
 * @param inherits whether it also gets the run's other variables
 */
public record Program(List<String> words, Map<String, byte[]> variables, boolean inherits) {
  private static final String SHELL = "/bin/sh";

  /** Returns a program that runs a shell command line, as SOPS does. */
  public static Program ofShell(String command, Map<String, byte[]> variables, boolean inherits) {
    return new Program(List.of(SHELL, "-c", command), variables, inherits);
  }

  /** Overwrites the values of its variables. */
  void wipe() {
    variables.values().forEach(value -> Arrays.fill(value, (byte) 0));
  }

  /** Returns only the words, so that no value appears in a message. */
  @Override
  public String toString() {
    return words.toString();
  }
}
