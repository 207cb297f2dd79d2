package dev.sealconf.document.tree;

import dev.sealconf.document.Layout;
import java.util.Optional;

/**
 * How a number was written, for a leaf that is about to be printed. The text may have digits that
 * the value lacks. A format prints the text if it reads back as the same value.
 */
public record WrittenNumber(String text) implements Layout {

  /** Returns the text of a leaf's number, if it is known. */
  public static Optional<String> of(Leaf leaf) {
    return leaf.layout() instanceof WrittenNumber written
        ? Optional.of(written.text())
        : Optional.empty();
  }
}
