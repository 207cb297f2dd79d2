package dev.sealconf.envelope.spelling;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.envelope.Halves;
import dev.sealconf.envelope.OpenedDocument;
import dev.sealconf.envelope.selection.Walk;
import dev.sealconf.envelope.spelling.Addresses.Slot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Assembles a plain file: the sealed file's bytes, with each token replaced by its value in an
 * original spelling or in its ordinary form, which follows from value and layout ({@code
 * docs/format.md §9}).
 */
public final class Restoration {
  private final OpenedDocument opened;
  private final Document document;
  private final DocumentFormat format;

  /** The ordinary forms of sealed places, after the first whole file was assembled. */
  private byte[][] forms;

  /** Restores the values of this document. */
  public Restoration(OpenedDocument opened) {
    this.opened = opened;
    this.document = opened.document();
    this.format = document.format();
  }

  /** Returns the ordinary form of a place: its value in the layout of its token. */
  byte[] ordinary(int index) {
    return forms != null && forms[index] != null ? forms[index] : form(index);
  }

  /**
   * Makes the ordinary forms of all places that need one. Uses two threads for a long file.
   *
   * @param texts the places that have another text
   */
  void makeForms(Map<Slot, String> texts) {
    byte[][] made = new byte[opened.places().size()][];
    if (made.length < Halves.LONG) {
      makeForms(texts, made, 0, made.length);
    } else {
      Halves.done(
          made.length,
          (from, to) -> {
            makeForms(texts, made, from, to);
            return made;
          });
    }
    forms = made;
  }

  private void makeForms(Map<Slot, String> texts, byte[][] made, int from, int to) {
    for (int i = from; i < to; i++) {
      OpenedPlace place = opened.places().get(i);
      boolean item = place.isComment() && place.place().element() instanceof Leaf;
      boolean here = place.sealed() && place.place().reference().isEmpty() && !item;
      if (here && (texts.isEmpty() || !texts.containsKey(new Slot(i, i)))) {
        made[i] = form(i);
      }
    }
  }

  private byte[] form(int index) {
    OpenedPlace place = opened.places().get(index);
    return place.isComment()
        ? utf8(format.valueText((Comment) place.place().element(), place.commentText()))
        : format.valueText((Leaf) place.place().element(), place.value());
  }

  /**
   * Returns the ordinary form as text; empty for a comment that is written as an item of a list.
   */
  String ordinaryText(int index) {
    OpenedPlace place = opened.places().get(index);
    boolean item = place.isComment() && !(place.place().element() instanceof Comment);
    return item ? "" : new String(ordinary(index), StandardCharsets.UTF_8);
  }

  /** Returns the bytes of a place in the plain file. */
  public byte[] written(int index) {
    String text = opened.respelled().texts().get(new Slot(index, index));
    return text != null ? utf8(text) : ordinary(index);
  }

  /** Returns the text of a place in the plain file. */
  public String writtenText(int index) {
    return new String(written(index), StandardCharsets.UTF_8);
  }

  /** Returns the number of spaces at the start of the line that contains a place. */
  int indent(Slot slot) {
    return IndentedText.indent(document.source().bytes(), span(slot.last()).start());
  }

  /** Returns whether an alias in place of a container would drop a comment inside it. */
  boolean holdsComment(Slot slot) {
    Span container = span(slot.last());
    for (int i = slot.first(); i < slot.last(); i++) {
      if (opened.places().get(i).isComment() && within(i, container)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the file without patches. Places without a text here get their ordinary form. */
  byte[] assemble(Map<Slot, String> texts) {
    if (forms == null) {
      makeForms(texts);
    }
    List<Splice> splices = new ArrayList<>(format.withoutMetadata(document));
    Map<Integer, Slot> containers = new HashMap<>();
    texts.keySet().stream()
        .filter(Slot::isContainer)
        .forEach(slot -> containers.put(slot.first(), slot));
    Span replaced = Span.NONE;
    for (int i = 0; i < opened.places().size(); i++) {
      Slot container = containers.isEmpty() ? null : containers.get(i);
      if (container != null) {
        replaced = span(container.last());
        splices.add(Splice.of(replaced, texts.get(container)));
      }
      if (replaced == Span.NONE || !within(i, replaced)) {
        OpenedPlace place = opened.places().get(i);
        if (place.place().element() instanceof ListNode list && hidesComments(list)) {
          splices.addAll(format.asEmptyList(document, list));
        }
        String text = texts.isEmpty() ? null : texts.get(new Slot(i, i));
        boolean here = place.place().reference().isEmpty();
        if (here && (place.sealed() || text != null)) {
          splices.add(splice(i, place, text));
          List<Splice> around = around(place);
          if (!around.isEmpty()) {
            splices.addAll(around);
          }
        }
      }
    }
    return document.source().apply(splices);
  }

  /** Returns whether a list contains only comments that are written as items. */
  private static boolean hidesComments(ListNode list) {
    boolean sealed = list.elements().stream().anyMatch(e -> Walk.sealedComment(e).isPresent());
    return sealed
        && list.elements().stream()
            .allMatch(e -> e instanceof Comment || Walk.sealedComment(e).isPresent());
  }

  private List<Splice> around(OpenedPlace place) {
    return place.isLeaf()
        ? format.headerChange((Leaf) place.place().element(), place.value())
        : List.of();
  }

  private boolean within(int index, Span container) {
    Span span = span(index);
    return container.start() <= span.start() && span.end() <= container.end();
  }

  private Splice splice(int index, OpenedPlace place, String text) {
    if (place.isComment() && place.place().element() instanceof Leaf item) {
      return format.commentFromToken(document, item, place.commentText());
    }
    return new Splice(span(index), text != null ? utf8(text) : ordinary(index));
  }

  private Span span(int index) {
    Element element = opened.places().get(index).place().element();
    return element instanceof Comment comment ? comment.span() : ((Node) element).span();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
