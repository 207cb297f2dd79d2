package dev.sealconf.git.diff;

import java.util.List;

/**
 * What differs between two versions of a file.
 *
 * @param file its name; untrusted
 * @param kind what happened to the file: added, changed or removed
 * @param values what happened to its values, in the order of the file
 * @param commentsChanged whether a comment changed, came or went
 * @param before who could decrypt it; empty if it was not there, or if that did not change
 * @param after who can decrypt it; empty in the same way
 * @param notes what is to be known about it; in no need of quoting
 */
public record FileDifference(
    String file,
    String kind,
    List<ValueChange> values,
    boolean commentsChanged,
    List<String> before,
    List<String> after,
    List<String> notes) {

  /** Returns how many values were added, changed or removed. */
  public long count(String valueKind) {
    return values.stream().filter(change -> change.kind().equals(valueKind)).count();
  }

  /** Returns whether the same people and groups can decrypt it before and after. */
  public boolean sameRecipients() {
    return before.equals(after);
  }

  /** Returns whether there is anything to report. */
  boolean isAny() {
    return !values.isEmpty() || commentsChanged || !sameRecipients();
  }
}
