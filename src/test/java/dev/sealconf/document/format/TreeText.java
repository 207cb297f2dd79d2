package dev.sealconf.document.format;

import dev.sealconf.document.Document;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a document says, one line a leaf, comment or empty container; spans and layout left out. */
public final class TreeText {
  private final List<String> lines = new ArrayList<>();

  private TreeText() {}

  public static List<String> of(Document document) {
    TreeText text = new TreeText();
    for (int i = 0; i < document.branches().size(); i++) {
      text.node("#" + i, document.branches().get(i));
    }
    return text.lines;
  }

  public static List<String> of(Node node) {
    TreeText text = new TreeText();
    text.node("", node);
    return text.lines;
  }

  private void node(String path, Node node) {
    Node resolved = node.resolved();
    if (resolved instanceof MapNode map) {
      lines.add(path + " map");
      for (Member member : map.members()) {
        if (member instanceof Entry entry) {
          node(path + "/" + entry.key(), entry.value());
        } else {
          lines.add(path + " comment " + ((Comment) member).text());
        }
      }
    } else if (resolved instanceof ListNode list) {
      lines.add(path + " list");
      int position = 0;
      for (Element element : list.elements()) {
        if (element instanceof Node item) {
          node(path + "/" + position++, item);
        } else {
          lines.add(path + " comment " + ((Comment) element).text());
        }
      }
    } else {
      lines.add(path + " " + scalar(((Leaf) resolved).value()));
    }
  }

  static String scalar(Scalar value) {
    if (value instanceof Scalar.Text text) {
      return "text " + text.value();
    } else if (value instanceof Scalar.Blob blob) {
      return "blob " + Arrays.toString(blob.value());
    } else if (value instanceof Scalar.Int number) {
      return "int " + number.value();
    } else if (value instanceof Scalar.Real real) {
      return "real " + real.value();
    } else if (value instanceof Scalar.Bool bool) {
      return "bool " + bool.value();
    } else if (value instanceof Scalar.Time time) {
      return "time " + time.value();
    }
    return "null";
  }
}
