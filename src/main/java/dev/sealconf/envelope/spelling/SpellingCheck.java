package dev.sealconf.envelope.spelling;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.envelope.OpenedDocument;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.envelope.selection.Selector;
import dev.sealconf.envelope.selection.Walk;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads a plain file again and compares it with the opened document: its values with the sealed
 * values, its places and comments with those of the file in which every value has its ordinary
 * form.
 */
final class SpellingCheck {
  private final OpenedDocument opened;

  /** The walk's numbers of all values and container ends, and of all comments. */
  private final List<Integer> nodes = new ArrayList<>();

  private final List<Integer> comments = new ArrayList<>();

  /** What the file in ordinary form has in those places; empty if it can't be compared. */
  private final Optional<Read> ordinary;

  private record Read(List<Place> nodes, List<Place> comments) {}

  SpellingCheck(OpenedDocument opened, byte[] ordinary) {
    this.opened = opened;
    for (int i = 0; i < opened.places().size(); i++) {
      OpenedPlace place = opened.places().get(i);
      if (!place.isComment()) {
        nodes.add(i);
      } else if (place.place().reference().isEmpty()) {
        comments.add(i);
      }
    }
    this.ordinary = read(ordinary).filter(read -> read.nodes.size() == nodes.size());
  }

  /**
   * Returns the numbers of the places that differ in type, value or text.
   *
   * @return empty if the file can't be read, or has other places
   */
  Optional<NavigableSet<Integer>> differences(byte[] plain) {
    return ordinary.flatMap(was -> read(plain).flatMap(is -> differences(was, is)));
  }

  private Optional<Read> read(byte[] plain) {
    Document sealed = opened.document();
    try {
      Document read = sealed.format().read(new SourceText(sealed.source().name(), plain));
      List<Place> nodes = new ArrayList<>();
      List<Place> comments = new ArrayList<>();
      for (Place place : Walk.of(read, Selector.of(Selection.DEFAULT))) {
        if (!(place.element() instanceof Comment)) {
          nodes.add(place);
        } else if (place.reference().isEmpty()) {
          comments.add(place);
        }
      }
      return Optional.of(new Read(nodes, comments));
    } catch (SealconfException e) {
      return Optional.empty();
    }
  }

  private Optional<NavigableSet<Integer>> differences(Read was, Read is) {
    if (is.nodes.size() != was.nodes.size() || is.comments.size() != was.comments.size()) {
      return Optional.empty();
    }
    NavigableSet<Integer> different = new TreeSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      Place node = is.nodes.get(i);
      if (!sameplace(was.nodes.get(i), node)) {
        return Optional.empty();
      }
      OpenedPlace sealed = opened.places().get(nodes.get(i));
      if (node.element() instanceof Leaf leaf && !leaf.value().equals(sealed.value())) {
        different.add(nodes.get(i));
      }
    }
    boolean placed = comments.size() == is.comments.size();
    for (int i = 0; i < is.comments.size(); i++) {
      if (!text(was.comments.get(i)).equals(text(is.comments.get(i)))) {
        if (!placed) {
          return Optional.empty();
        }
        different.add(comments.get(i));
      }
    }
    return Optional.of(different);
  }

  private static boolean sameplace(Place one, Place other) {
    return one.branch() == other.branch()
        && kind(one.element()).equals(kind(other.element()))
        && one.path().equals(other.path());
  }

  private static Class<? extends Element> kind(Element element) {
    return element.getClass();
  }

  private static String text(Place comment) {
    return ((Comment) comment.element()).text();
  }
}
