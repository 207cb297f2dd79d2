package dev.sealconf.envelope.selection;

import dev.sealconf.document.Document;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Limits;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Inherited;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.token.Token;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks a tree in SOPS's order and records every leaf, every comment and the end of every map and
 * list, with what the selection says about it ({@code docs/format.md §6}).
 */
public final class Walk {
  private final Selector selector;
  private final List<Place> places = new ArrayList<>();
  private final RuleComments comments;
  private int branch;

  private Walk(Selector selector) {
    this.selector = selector;
    this.comments = new RuleComments(text -> selector.byComments() && selector.matches(text));
  }

  /**
   * Returns the places of all documents of a file, in order.
   *
   * @throws SealconfException with {@code COULD_NOT_READ_INPUT} if the selected paths are too long
   *     in total ({@link Limits#PATH_CHARACTERS}), or the rule takes too long to match
   */
  public static List<Place> of(Document document, Selector selector) {
    try {
      List<Place> places = of(document.branches(), selector);
      refuseLongPaths(places);
      return places;
    } catch (SealconfException e) {
      throw e.at(Location.of(document.source().name()));
    }
  }

  /** Returns the places of all documents, in order. */
  public static List<Place> of(List<MapNode> branches, Selector selector) {
    Walk walk = new Walk(selector);
    for (MapNode root : branches) {
      walk.map(root, TreePath.ROOT, Optional.empty());
      walk.branch++;
    }
    return walk.places;
  }

  /** Adds up what tokens authenticate. One long key above many values counts once for each. */
  private static void refuseLongPaths(List<Place> places) {
    Inherited<Long> lengths = new Inherited<>(0L, Walk::longer);
    long sum = 0;
    for (Place place : places) {
      sum += place.selected() ? lengths.at(place.path()) : 0L;
    }
    if (sum > Limits.PATH_CHARACTERS) {
      throw new FileFailure.Malformed(
              "the paths of all values add up to more than "
                  + (Limits.PATH_CHARACTERS >> 20)
                  + " MiB")
          .hintForPlain(FormatHints.encryptWholeOr("shorten the long keys"));
    }
  }

  private static long longer(long above, TreePath.Step step) {
    return step instanceof TreePath.Key key ? above + key.name().length() + 1 : above;
  }

  private void map(MapNode map, TreePath path, Optional<Place.Reference> reference) {
    comments.enter();
    for (Member member : map.members()) {
      if (member instanceof Comment comment) {
        comment(comment, comment.text(), path, reference);
      } else if (member instanceof Entry entry) {
        node(entry.value(), path.then(new TreePath.Key(entry.key())), reference);
        comments.clear();
      }
    }
    leave(map, path, reference);
  }

  private void list(ListNode list, TreePath path, Optional<Place.Reference> reference) {
    comments.enter();
    int index = 0;
    for (Element element : list.elements()) {
      Optional<String> sealedComment = sealedComment(element);
      if (element instanceof Comment comment) {
        comment(comment, comment.text(), path, reference);
      } else if (sealedComment.isPresent()) {
        comment(element, sealedComment.get(), path, reference);
      } else if (element instanceof Node node) {
        node(node, path.then(new TreePath.Index(index++)), reference);
        comments.clear();
      }
    }
    leave(list, path, reference);
  }

  /** Returns the token of a comment that SOPS wrote as an item of the list. */
  public static Optional<String> sealedComment(Element element) {
    boolean is =
        element instanceof Leaf leaf
            && leaf.value() instanceof Scalar.Text text
            && Token.isComment(text.value());
    return is ? Optional.of(((Scalar.Text) ((Leaf) element).value()).value()) : Optional.empty();
  }

  private void leave(Node container, TreePath path, Optional<Place.Reference> reference) {
    boolean wanted = selector.selects(path, comments, false);
    comments.leave();
    places.add(new Place(branch, path, container, wanted, false, reference));
  }

  private void comment(
      Element comment, String text, TreePath path, Optional<Place.Reference> reference) {
    comments.add(text);
    // A comment reached through an alias is written in another place, so it can't hold a token.
    boolean wanted = reference.isEmpty() && selector.selects(path, comments, true);
    places.add(new Place(branch, path, comment, wanted, wanted && !text.isEmpty(), reference));
  }

  private void node(Node node, TreePath path, Optional<Place.Reference> reference) {
    if (node instanceof Alias alias) {
      Place.Reference outermost =
          reference.orElseGet(() -> new Place.Reference(alias, path.depth()));
      node(alias.target(), path, Optional.of(outermost));
    } else if (node instanceof MapNode map) {
      map(map, path, reference);
    } else if (node instanceof ListNode list) {
      list(list, path, reference);
    } else if (node instanceof Leaf leaf) {
      boolean wanted = selector.selects(path, comments, false);
      boolean selected = wanted && sealable(leaf.value());
      places.add(new Place(branch, path, leaf, wanted, selected, reference));
    }
  }

  /** Null and the empty string are never sealed ({@code docs/format.md §2.2}). */
  private static boolean sealable(Scalar value) {
    return !(value instanceof Scalar.Null)
        && !(value instanceof Scalar.Text text && text.value().isEmpty())
        && !(value instanceof Scalar.Blob blob && blob.value().length == 0);
  }
}
