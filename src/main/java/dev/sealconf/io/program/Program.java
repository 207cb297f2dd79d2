package dev.sealconf.io.program;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A program that the user wants started.
 *
 * @param words its name or path as typed, and its arguments; none of them secret
 * @param variables environment variables for it by name, which may be secret; no value has a zero
 *     byte
 * @param inherits whether it also gets the variables of this run that {@code variables} doesn't
 *     have
 */
public record Program(List<String> words, Map<String, byte[]> variables, boolean inherits) {
  private static final String SHELL = "/bin/sh";

  /** A command line of the shell, as SOPS runs it. */
  public static Program ofShell(String command, Map<String, byte[]> variables, boolean inherits) {
    return new Program(List.of(SHELL, "-c", command), variables, inherits);
  }

  /** Overwrites the values of its variables. */
  void wipe() {
    variables.values().forEach(value -> Arrays.fill(value, (byte) 0));
  }

  /** The words alone: a value never gets into a message. */
  @Override
  public String toString() {
    return words.toString();
  }
}
