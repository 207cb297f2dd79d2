package dev.sealconf.envelope.token;

import dev.sealconf.document.Document;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.SealconfException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Checks where tokens of comments are. They may follow a comment's mark, or be an item of a list
 * that SOPS could have written ({@code docs/format.md §4.1}). The token of a value never follows
 * such a mark.
 */
public final class CommentPlaces {
  private final Document document;

  /**
   * Nodes that were checked through aliases. Without this set, nested aliases would take
   * exponential time.
   */
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private CommentPlaces(Document document) {
    this.document = document;
  }

  /**
   * Checks every token of a document.
   *
   * @throws SealconfException with {@code ERROR_DECRYPTING_TREE} at the first token in a wrong
   *     place
   */
  public static void check(Document document) {
    CommentPlaces places = new CommentPlaces(document);
    document.branches().forEach(places::map);
  }

  private void map(MapNode map) {
    for (Member member : map.members()) {
      if (member instanceof Entry entry) {
        node(entry.value());
      }
    }
  }

  private void list(ListNode list) {
    boolean holdsComments = document.format().holdsComments(list);
    for (Element element : list.elements()) {
      boolean comment = holdsComments && element instanceof Leaf leaf && isToken(leaf);
      if (!comment && element instanceof Node node) {
        node(node);
      }
    }
  }

  private void node(Node node) {
    if (node instanceof MapNode map) {
      map(map);
    } else if (node instanceof ListNode list) {
      list(list);
    } else if (node instanceof Leaf leaf && isToken(leaf)) {
      throw new OpeningFailure.ValueNotOpened("there is an encrypted comment where a value belongs")
          .at(document.source().locate(leaf.span().start()))
          .hint("restore the file from version control");
    } else if (node instanceof Alias alias) {
      behind(alias, alias);
    }
  }

  /** A token can be opened in only one place, so none may be reached through an alias. */
  private void behind(Alias alias, Node below) {
    Node node = below.resolved();
    if (!seen.add(node)) {
      return;
    } else if (node instanceof Leaf leaf && isToken(leaf)) {
      throw new OpeningFailure.ValueNotOpened("an alias refers to an encrypted comment")
          .at(document.source().locate(alias.span().start()))
          .hint("restore the file from version control");
    } else if (node instanceof MapNode map) {
      map.entries().forEach(entry -> behind(alias, entry.value()));
    } else if (node instanceof ListNode list) {
      list.items().forEach(item -> behind(alias, item));
    }
  }

  private static boolean isToken(Leaf leaf) {
    return leaf.value() instanceof Scalar.Text text && Token.isComment(text.value());
  }
}
