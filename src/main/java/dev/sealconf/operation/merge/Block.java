package dev.sealconf.operation.merge;

import dev.sealconf.document.tree.Node;
import java.util.List;

/**
 * The whole lines of a text that hold one entry of a map or one item of a list, with the comments
 * and blank lines before it. Text is one character for each byte.
 *
 * @param lead the comments and blank lines
 * @param before what is before the value or the children: the key, or an opening bracket
 * @param children the blocks of the entries or items below; empty if they are not on lines of their
 *     own, and then {@code value} is all of them
 * @param value the value as it is written, or the closing bracket after the children
 * @param after the rest of the last line, such as a comment, without a comma between entries
 * @param commas whether commas separate the children
 */
record Block(
    Node node,
    String lead,
    String before,
    List<Block> children,
    String value,
    String after,
    boolean commas) {

  /** Returns whether the entries or items below are blocks of their own. */
  boolean isSplit() {
    return !children.isEmpty();
  }

  /** Returns the block without its comments and blank lines. */
  String own(boolean comma) {
    StringBuilder text = new StringBuilder(before);
    appendChildren(text);
    return text.append(value).append(comma ? "," : "").append(after).toString();
  }

  /** Returns the whole block. */
  String text(boolean comma) {
    return lead + own(comma);
  }

  private void appendChildren(StringBuilder text) {
    for (int i = 0; i < children.size(); i++) {
      text.append(children.get(i).text(commas && i < children.size() - 1));
    }
  }
}
