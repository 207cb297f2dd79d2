package dev.sealconf.operation.guard;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Differences between the metadata of a file without a seal and the creation rules. If several
 * files have equal concerns, one answer is enough.
 */
public record Concerns(List<Concern> all) {

  /**
   * One concern; all texts are safe to print.
   *
   * @param statement the problem, such as {@code .sops.yaml doesn't list the recipient age age1…}
   * @param subject what the user accepts by answering yes, such as {@code age age1…}
   * @param recipient whether it is only about a recipient of the file
   */
  public record Concern(String statement, String subject, boolean recipient) {}

  /** Comes before the statements in a message. */
  public static final String REASON = "no seal protects the metadata: ";

  static final Concerns NONE = new Concerns(List.of());

  /** Returns whether there is nothing to ask. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Returns the question for files with these printable names. */
  public String question(String files) {
    String subjects = all.stream().map(Concern::subject).collect(Collectors.joining(" and "));
    return all.stream().allMatch(Concern::recipient)
        ? "Re-encrypt " + files + " for " + subjects + ", which .sops.yaml doesn't list?"
        : "Re-encrypt " + files + " and keep " + subjects + "?";
  }

  /** Returns all statements in one line. */
  public String text() {
    return all.stream().map(Concern::statement).collect(Collectors.joining("; "));
  }
}
