package dev.sealconf.document;

import java.util.Arrays;
import java.util.List;

/**
 * How a document became another text. Both are the same outside the splices.
 *
 * @param before the document before the change
 * @param splices the changes; they don't overlap
 */
public record Revision(Document before, List<Splice> splices) {

  /** Sorts the splices by position. */
  public Revision {
    splices =
        splices.stream()
            .sorted((a, b) -> Integer.compare(a.span().start(), b.span().start()))
            .toList();
  }

  /** Returns the revision that makes {@code after} by replacing the smallest range that differs. */
  public static Revision between(Document before, byte[] after) {
    byte[] was = before.source().bytes();
    int start = Arrays.mismatch(was, after);
    if (start < 0) {
      return new Revision(before, List.of());
    }
    int behind = 0;
    int most = Math.min(was.length, after.length) - start;
    while (behind < most && was[was.length - 1 - behind] == after[after.length - 1 - behind]) {
      behind++;
    }
    byte[] text = Arrays.copyOfRange(after, start, after.length - behind);
    return new Revision(before, List.of(new Splice(new Span(start, was.length - behind), text)));
  }

  /** Returns the text after the change. */
  public byte[] after() {
    return before.source().apply(splices);
  }

  /**
   * Returns where the byte at {@code offset} of the new text was before the change; -1 if the
   * change wrote it.
   */
  public int before(int offset) {
    int grown = 0;
    for (Splice splice : splices) {
      int start = splice.span().start() + grown;
      if (offset < start) {
        break;
      }
      if (offset < start + splice.text().length) {
        return -1;
      }
      grown += splice.text().length - splice.span().length();
    }
    return offset - grown;
  }
}
