package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The keys and typed values of a document as one text, without comments and layout. */
final class Values {
  private Values() {}

  /** The values of a file of this format, one a line. */
  static String of(byte[] file, Sample like) {
    Document document = read(file, like);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < document.branches().size(); i++) {
      print(document.branches().get(i), "document " + i, out);
    }
    return out.toString();
  }

  /** The values at and below a path of the first document, as those of a file of their own. */
  static String at(byte[] file, Sample like, TreePath path) {
    StringBuilder out = new StringBuilder();
    print(node(read(file, like), path), "", out);
    return out.toString();
  }

  /** The lines of {@link #of} for all that is not at or below a path of the first document. */
  static List<String> besides(byte[] file, Sample like, TreePath path) {
    StringBuilder prefix = new StringBuilder("document 0");
    for (TreePath.Step step : path.steps()) {
      prefix.append('/');
      prefix.append(
          step instanceof TreePath.Key key ? key.name() : ((TreePath.Index) step).position());
    }
    return of(file, like)
        .lines()
        .filter(line -> !line.startsWith(prefix + " = ") && !line.startsWith(prefix + "/"))
        .toList();
  }

  /** A place of the first document where a value can be set by a path as SOPS writes them. */
  static Optional<TreePath> settable(Sample sample) {
    if (!Arrays.equals(sample.bytes(), new String(sample.bytes(), UTF_8).getBytes(UTF_8))) {
      return Optional.empty();
    }
    Document document = read(sample.bytes(), sample);
    return document.branches().isEmpty()
        ? Optional.empty()
        : settable(document.branches().get(0), TreePath.ROOT);
  }

  /** Whether a YAML file has aliases. */
  static boolean haveAliases(Sample sample) {
    String text = new String(sample.bytes(), UTF_8);
    return sample.format().equals("yaml") && text.matches("(?s).*[ \\[]\\*[a-z1].*");
  }

  /** Where the value at a path of the first document stands. */
  static Span spanOf(Sample sample, TreePath path) {
    return node(read(sample.bytes(), sample), path).span();
  }

  private static Node node(Document document, TreePath path) {
    Node node = document.branches().get(0);
    for (TreePath.Step step : path.steps()) {
      if (step instanceof TreePath.Key key) {
        node = ((MapNode) node).entry(key.name()).orElseThrow().value();
      } else if (step instanceof TreePath.Index index) {
        node = ((ListNode) node).items().get(index.position());
      }
    }
    return node;
  }

  /** How many lines the value at a path stands on. */
  static int linesOf(Sample sample, TreePath path) {
    Span span = spanOf(sample, path);
    String text = new SourceText(sample.name(), sample.bytes()).text(span);
    return Math.max(1, (int) text.lines().count());
  }

  private static Document read(byte[] file, Sample like) {
    return like.documentFormat().read(new SourceText(like.name(), file));
  }

  private static Optional<TreePath> settable(Node node, TreePath path) {
    if (node instanceof MapNode map) {
      return map.entries().stream()
          .filter(e -> map.entry(e.key()).orElseThrow().equals(e))
          .filter(e -> e.key().matches("[\\p{L}\\p{N}_. -]+") && !e.key().endsWith("_unencrypted"))
          .flatMap(e -> settable(e.value(), path.then(new TreePath.Key(e.key()))).stream())
          .findFirst();
    }
    if (node instanceof ListNode list && !list.items().isEmpty()) {
      int last = list.items().size() - 1;
      return settable(list.items().get(last), path.then(new TreePath.Index(last)));
    }
    return node instanceof Leaf && !path.steps().isEmpty() ? Optional.of(path) : Optional.empty();
  }

  private static void print(Node node, String path, StringBuilder out) {
    Node meant = node.resolved();
    if (meant instanceof MapNode map) {
      out.append(path).append(" = {").append(map.entries().size()).append("}\n");
      for (Entry entry : map.entries()) {
        print(entry.value(), path + "/" + entry.key(), out);
      }
    } else if (meant instanceof ListNode list) {
      out.append(path).append(" = [").append(list.items().size()).append("]\n");
      for (int i = 0; i < list.items().size(); i++) {
        print(list.items().get(i), path + "/" + i, out);
      }
    } else if (meant instanceof Leaf leaf) {
      out.append(path).append(" = ").append(text(leaf.value())).append('\n');
    }
  }

  private static String text(Scalar scalar) {
    if (scalar instanceof Scalar.Text text) {
      return "text " + text.value().replace("\n", "\\n");
    } else if (scalar instanceof Scalar.Int number) {
      return "int " + number.value();
    } else if (scalar instanceof Scalar.Real real) {
      return "real " + real.value();
    } else if (scalar instanceof Scalar.Bool bool) {
      return "bool " + bool.value();
    } else if (scalar instanceof Scalar.Time time) {
      return "time " + time.value();
    } else if (scalar instanceof Scalar.Blob blob) {
      return "bytes " + Arrays.toString(blob.value());
    }
    return "null";
  }
}
