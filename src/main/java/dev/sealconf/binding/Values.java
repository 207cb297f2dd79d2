package dev.sealconf.binding;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Limits;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.exec.variable.VariableText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The values of one document as Java objects, with keys and texts as programs that read the format
 * see them. Immutable.
 */
public final class Values {
  private final MapNode root;
  private final DocumentFormat format;

  /** Uses the plain tree of a document, with numbers as the file writes them. */
  public Values(MapNode root, DocumentFormat format) {
    this.root = root;
    this.format = format;
  }

  MapNode root() {
    return root;
  }

  String key(Entry entry) {
    return format.variableName(entry.key());
  }

  /** Returns the bytes of a value: of a text in UTF-8, of a number as the file writes it. */
  byte[] bytes(Leaf leaf) {
    return leaf.value() instanceof Scalar.Text text
        ? text(text).getBytes(StandardCharsets.UTF_8)
        : VariableText.of(leaf).clone();
  }

  String text(Scalar.Text text) {
    return format.variableText(text.value());
  }

  /**
   * Returns all values: texts as {@code String}, integers as {@code Long}, other numbers as {@code
   * Double}, bytes as {@code byte[]}, times as RFC 3339 {@code String}, maps and lists in the order
   * of the file, and null. The maps and lists can't be modified.
   */
  public Map<String, Object> map() {
    return map(root);
  }

  private Map<String, Object> map(MapNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Entry entry : node.entries()) {
      map.put(key(entry), object(entry.value()));
    }
    return Collections.unmodifiableMap(map);
  }

  private Object object(Node node) {
    Node resolved = node.resolved();
    if (resolved instanceof MapNode map) {
      return map(map);
    } else if (resolved instanceof ListNode list) {
      List<Object> items = new ArrayList<>();
      list.items().forEach(item -> items.add(object(item)));
      return Collections.unmodifiableList(items);
    }
    return scalar(((Leaf) resolved).value());
  }

  private Object scalar(Scalar value) {
    if (value instanceof Scalar.Text text) {
      return text(text);
    } else if (value instanceof Scalar.Int number) {
      return number.value();
    } else if (value instanceof Scalar.Real number) {
      return number.value();
    } else if (value instanceof Scalar.Bool flag) {
      return flag.value();
    } else if (value instanceof Scalar.Time time) {
      return time.value();
    } else if (value instanceof Scalar.Blob blob) {
      return blob.value().clone();
    }
    return null;
  }

  /** Receives the values that are neither maps, nor lists, nor null. */
  interface Visitor {
    void see(String name, TreePath path, Leaf leaf);
  }

  /** Visits all values in file order, by names such as {@code servers[0].host}. */
  void visit(Visitor visitor) {
    visit(root, "", TreePath.ROOT, visitor);
  }

  private void visit(Node node, String name, TreePath path, Visitor visitor) {
    Node resolved = node.resolved();
    if (resolved instanceof MapNode map) {
      for (Entry entry : map.entries()) {
        String below = path.depth() == 0 ? key(entry) : name + "." + key(entry);
        visit(entry.value(), below, path.then(new TreePath.Key(entry.key())), visitor);
      }
    } else if (resolved instanceof ListNode list) {
      int index = 0;
      for (Node item : list.items()) {
        visit(item, name + "[" + index + "]", path.then(new TreePath.Index(index)), visitor);
        index++;
      }
    } else if (resolved instanceof Leaf leaf && !(leaf.value() instanceof Scalar.Null)) {
      visitor.see(name, path, leaf);
    }
  }

  /**
   * Returns the path of the node that this text means; empty if there is none.
   *
   * @throws SealconfException a {@code UsageFailure.InvalidPath} if it is malformed, or means
   *     several nodes
   */
  public Optional<TreePath> find(String text) {
    List<TreePath> found = NodeSearch.all(this, text);
    if (found.size() > 1) {
      throw new UsageFailure.InvalidPath(
              "the path means both " + found.get(0) + " and " + found.get(1))
          .hint("write the one that you mean in this form");
    } else if (found.isEmpty()) {
      PathText.requireWellFormed(text);
    }
    return found.stream().findFirst();
  }

  /**
   * Returns the path to set a value at: that of a node if there is one, otherwise that of a new
   * one. In a file without maps in it, such as ENV, dots and brackets are part of the key.
   *
   * @throws SealconfException if a value at the path could not be found by it
   */
  public TreePath place(String text) {
    if (UnpairedSurrogate.isIn(text)) {
      throw new UsageFailure.InvalidPath("the path" + UnpairedSurrogate.MESSAGE)
          .hint(UnpairedSurrogate.HINT);
    }
    Optional<TreePath> there = find(text);
    if (there.isPresent()) {
      return there.get();
    }
    boolean quoted = text.contains("[\"") || text.contains("['");
    TreePath path =
        isFlat() && !quoted ? TreePath.ROOT.then(new TreePath.Key(text)) : NewPlace.of(this, text);
    if (path.depth() > Limits.DEPTH) {
      throw new UsageFailure.InvalidPath("the path has more than " + Limits.DEPTH + " steps");
    }
    requireSameName(path);
    if (format.holdsTrees()) {
      NewPlace.check(root, path);
    }
    return path;
  }

  private void requireSameName(TreePath path) {
    if (path.last() instanceof TreePath.Key key
        && !format.variableName(key.name()).equals(key.name())) {
      throw new OutputFailure.NotRepresentable(
              "programs would read the key "
                  + Printable.quote(key.name())
                  + " as "
                  + Printable.quote(format.variableName(key.name())))
          .hint("leave out what they drop");
    }
  }

  /** In a file without maps, returns the path of the key that these steps make, joined by dots. */
  Optional<TreePath> find(TreePath path) {
    if (!isFlat()) {
      return Optional.empty();
    }
    StringJoiner name = new StringJoiner(".");
    for (TreePath.Step step : path.steps()) {
      if (!(step instanceof TreePath.Key key)) {
        return Optional.empty();
      }
      name.add(key.name());
    }
    return root.entries().stream()
        .filter(entry -> key(entry).equals(name.toString()))
        .map(entry -> TreePath.ROOT.then(new TreePath.Key(entry.key())))
        .findFirst();
  }

  boolean isFlat() {
    return !format.holdsTrees()
        && root.entries().stream().noneMatch(entry -> entry.value().resolved() instanceof MapNode);
  }

  /** Returns whether the file consists of maps that contain no maps, like INI. */
  boolean hasSections() {
    return !format.holdsTrees() && !isFlat();
  }
}
