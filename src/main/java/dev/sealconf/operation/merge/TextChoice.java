package dev.sealconf.operation.merge;

import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses between two versions of a text. */
final class TextChoice {
  private TextChoice() {}

  /** Returns the version of the side that changed it; empty if both did. */
  static Optional<String> of(Optional<String> base, String ours, String theirs) {
    if (ours.equals(theirs) || base.equals(Optional.of(theirs))) {
      return Optional.of(ours);
    }
    return base.equals(Optional.of(ours)) ? Optional.of(theirs) : Optional.empty();
  }

  /**
   * Returns the same for comments: where that is not enough, blank lines and indentation don't
   * count.
   */
  static Optional<String> ofLines(Optional<String> base, String ours, String theirs) {
    return of(base, ours, theirs)
        .or(
            () ->
                of(base.map(TextChoice::bare), bare(ours), bare(theirs))
                    .map(chosen -> chosen.equals(bare(ours)) ? ours : theirs));
  }

  private static String bare(String lines) {
    return lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
