package dev.sealconf.envelope;

import dev.sealconf.document.Comment;
import dev.sealconf.document.Element;
import dev.sealconf.document.Entry;
import dev.sealconf.document.Leaf;
import dev.sealconf.document.ListNode;
import dev.sealconf.document.MapNode;
import dev.sealconf.document.Member;
import dev.sealconf.document.Node;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * Builds a tree of the same shape with every leaf and comment given anew, in the order of the walk.
 */
final class OpenedTree {
  private final Iterator<? extends Element> elements;

  /** The plain tree of an opened document. */
  OpenedTree(List<OpenedPlace> places) {
    this(places, OpenedTree::opened);
  }

  /** A tree whose leaves and comments are what {@code element} makes of the places. */
  <P> OpenedTree(List<P> places, Function<P, ? extends Element> element) {
    this.elements = places.stream().map(element).iterator();
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
      trees.add(map(branch, true));
    }
    return trees;
  }

  private MapNode map(MapNode map, boolean root) {
    List<Member> members = new ArrayList<>(map.members().size());
    boolean empty = true;
    for (Member member : map.members()) {
      if (member instanceof Entry entry) {
        empty = false;
        members.add(Entry.of(entry.key(), node(entry.value())));
      } else {
        members.add(inline((Comment) member, (Comment) elements.next()));
      }
    }
    return leave(MapNode.of(members), empty && !root);
  }

  private ListNode list(ListNode list) {
    List<Element> items = new ArrayList<>(list.elements().size());
    boolean empty = true;
    for (Element element : list.elements()) {
      if (element instanceof Comment comment) {
        items.add(inline(comment, (Comment) elements.next()));
      } else if (Walk.sealedComment(element).isPresent()) {
        items.add(elements.next());
      } else {
        empty = false;
        items.add(node((Node) element));
      }
    }
    return leave(ListNode.of(items), empty);
  }

  private static Comment inline(Comment was, Comment is) {
    return new Comment(is.text(), is.span(), is.layout(), was.inline());
  }

  /** The walk notes an empty container as a place of its own. */
  private <N extends Node> N leave(N node, boolean noted) {
    if (noted) {
      elements.next();
    }
    return node;
  }

  private Node node(Node node) {
    Node resolved = node.resolved();
    if (resolved instanceof MapNode map) {
      return map(map, false);
    } else if (resolved instanceof ListNode list) {
      return list(list);
    }
    return (Node) elements.next();
  }
}
