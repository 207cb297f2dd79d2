package dev.sealconf.envelope;

import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Node;
import dev.sealconf.envelope.selection.Walk;
import dev.sealconf.envelope.spelling.OpenedPlace;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Builds a tree of the same shape with every leaf and comment replaced, in walk order. */
final class OpenedTree {
  private final Iterator<? extends Element> elements;

  /** Builds the plain tree of an opened document. */
  OpenedTree(List<OpenedPlace> places) {
    this(places, OpenedTree::opened);
  }

  /** Builds a tree that has, for each place, the leaf or comment that {@code element} returns. */
  <P> OpenedTree(List<P> places, Function<P, ? extends Element> element) {
    Iterator<P> each = places.iterator();
    // Not a stream's iterator: the class archive does not hold its lambdas.
    this.elements =
        new Iterator<Element>() {
          @Override
          public boolean hasNext() {
            return each.hasNext();
          }

          @Override
          public Element next() {
            return element.apply(each.next());
          }
        };
  }

  private static Element opened(OpenedPlace place) {
    if (place.isComment()) {
      return Comment.of(place.commentText());
    }
    return place.isLeaf() ? Leaf.of(place.value()) : place.place().element();
  }

  List<MapNode> of(List<MapNode> branches) {
    List<MapNode> trees = new ArrayList<>(branches.size());
    for (MapNode branch : branches) {
      trees.add(map(branch));
    }
    return trees;
  }

  private MapNode map(MapNode map) {
    List<Member> members = new ArrayList<>(map.members().size());
    for (Member member : map.members()) {
      if (member instanceof Entry entry) {
        members.add(Entry.of(entry.key(), node(entry.value())));
      } else {
        members.add(inline((Comment) member, (Comment) elements.next()));
      }
    }
    return leave(MapNode.of(members));
  }

  private ListNode list(ListNode list) {
    List<Element> items = new ArrayList<>(list.elements().size());
    for (Element element : list.elements()) {
      if (element instanceof Comment comment) {
        items.add(inline(comment, (Comment) elements.next()));
      } else if (Walk.sealedComment(element).isPresent()) {
        items.add(elements.next());
      } else {
        items.add(node((Node) element));
      }
    }
    return leave(ListNode.of(items));
  }

  private static Comment inline(Comment was, Comment is) {
    return new Comment(is.text(), is.span(), is.layout(), was.inline());
  }

  /** The walk records the end of every map and list, so that has a place too. */
  private <N extends Node> N leave(N node) {
    elements.next();
    return node;
  }

  private Node node(Node node) {
    Node resolved = node.resolved();
    if (resolved instanceof MapNode map) {
      return map(map);
    } else if (resolved instanceof ListNode list) {
      return list(list);
    }
    return (Node) elements.next();
  }
}
