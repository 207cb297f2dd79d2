package dev.sealconf.document.tree;

import dev.sealconf.document.Layout;
import java.util.Optional;

/**
 * How a number was written, on a leaf that is about to be printed: its value may lack digits that
 * the text has. A format prints the text where it reads back as the same value.
 */
public record WrittenNumber(String text) implements Layout {

  /** The text of a leaf's number, if it is known. */
  public static Optional<String> of(Leaf leaf) {
    return leaf.layout() instanceof WrittenNumber written
        ? Optional.of(written.text())
        : Optional.empty();
  }
}
