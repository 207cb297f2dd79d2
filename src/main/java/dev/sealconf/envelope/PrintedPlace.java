package dev.sealconf.envelope;

import dev.sealconf.document.Comment;
import dev.sealconf.document.Element;
import dev.sealconf.document.Leaf;

/** What stands at a place of a sealed file that is printed afresh. */
final class PrintedPlace {
  private PrintedPlace() {}

  static Element of(TokenPlan.Entry entry) {
    Element element = entry.place().element();
    if (!entry.sealed()) {
      return element instanceof Leaf ? Leaf.of(entry.value()) : element;
    }
    return element instanceof Comment ? Comment.of(entry.token()) : Leaf.of(entry.token());
  }
}
