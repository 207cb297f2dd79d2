package dev.sealconf.operation.guard;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a file without a seal says and no creation rule does. Equal concerns of several files need
 * one answer.
 */
public record Concerns(List<Concern> all) {

  /**
   * One of them, safe to print.
   *
   * @param statement what is so, such as {@code a recipient that .sops.yaml doesn't list: age
   *     age1…}
   * @param subject what a yes accepts, such as {@code age age1…}
   * @param recipient whether it is about nothing but a recipient of the file
   */
  public record Concern(String statement, String subject, boolean recipient) {}

  static final Concerns NONE = new Concerns(List.of());

  /** Whether there is nothing to ask. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** The question, for files named as they are to be printed. */
  public String question(String files) {
    String subjects = all.stream().map(Concern::subject).collect(Collectors.joining(" and "));
    return all.stream().allMatch(Concern::recipient)
        ? "Re-encrypt " + files + " for " + subjects + ", which .sops.yaml doesn't list?"
        : "Accept " + subjects + " in " + files + "?";
  }

  /** All statements in one line. */
  public String text() {
    return all.stream().map(Concern::statement).collect(Collectors.joining("; "));
  }
}
