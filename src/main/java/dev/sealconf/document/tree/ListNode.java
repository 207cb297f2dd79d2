package dev.sealconf.document.tree;

import dev.sealconf.document.Layout;
import dev.sealconf.document.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list with its comments. */
public record ListNode(List<Element> elements, Span span, Layout layout) implements Node {

  /** Creates a list that was not read from a file. */
  public static ListNode of(List<? extends Element> elements) {
    return new ListNode(List.copyOf(elements), Span.NONE, Layout.NONE);
  }

  /** Returns the items without the comments, in order. Positions count only these. */
  public List<Node> items() {
    List<Node> items = new ArrayList<>(elements.size());
    for (Element element : elements) {
      if (element instanceof Node item) {
        items.add(item);
      }
    }
    return Collections.unmodifiableList(items);
  }
}
