package dev.sealconf.document.format.yaml.layout;

import dev.sealconf.document.Duplicate;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Span;
import dev.sealconf.document.format.yaml.parse.AliasLimits;
import dev.sealconf.document.format.yaml.parse.CommentLine;
import dev.sealconf.document.format.yaml.parse.ParsedDocument;
import dev.sealconf.document.format.yaml.parse.ParsedNode;
import dev.sealconf.document.format.yaml.scalar.ScalarResolver;
import dev.sealconf.document.format.yaml.source.YamlSource;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.SealingFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds SOPS's tree from parsed nodes: comments become members next to their entries. */
final class TreeBuilder {
  private final YamlSource source;
  private final ScalarLayouts layouts;
  private final Map<ParsedNode, Node> copies = new IdentityHashMap<>();
  private final Map<ParsedNode, AliasLimits.Size> copySizes = new IdentityHashMap<>();
  private final AliasLimits tally;
  private final List<TreePath.Step> path = new ArrayList<>();
  private Duplicate duplicate;
  private int documents;

  TreeBuilder(YamlSource source) {
    this.source = source;
    this.layouts = new ScalarLayouts(source);
    this.tally = new AliasLimits(source);
  }

  /** Returns the first duplicate key of a map, or null. */
  Duplicate duplicate() {
    return duplicate;
  }

  /** Returns the members of a document's root. */
  List<Member> root(ParsedDocument document) {
    documents++;
    List<Member> members = new ArrayList<>();
    ParsedNode root = document.root();
    add(members, document.head(), false);
    if (root.kind == ParsedNode.Kind.MAP) {
      mapMembers(root, false, members);
    } else if (isNull(root)) {
      add(members, root.head, false);
      add(members, root.line, false);
      add(members, root.lost(), false);
    } else {
      throw source
          .failure(root.start, "the document is not a map")
          .hintForPlain(FormatHints.encryptWholeOr("put it under a key"));
    }
    add(members, document.foot(), false);
    return members;
  }

  private boolean isNull(ParsedNode root) {
    return root.kind == ParsedNode.Kind.SCALAR && scalar(root) instanceof Scalar.Null;
  }

  private Node node(ParsedNode raw, boolean commentsPlaced) {
    tally.add(raw);
    return switch (raw.kind) {
      case SCALAR -> leaf(raw);
      case ALIAS -> alias(raw);
      case MAP -> {
        List<Member> members = new ArrayList<>(raw.children.size() / 2);
        mapMembers(raw, commentsPlaced, members);
        yield new MapNode(members, layouts.span(raw), YamlLayout.node(raw, source.eol));
      }
      case LIST ->
          new ListNode(
              elements(raw, commentsPlaced), layouts.span(raw), YamlLayout.node(raw, source.eol));
    };
  }

  private Leaf leaf(ParsedNode raw) {
    return layouts.leaf(raw, scalar(raw));
  }

  private Node alias(ParsedNode raw) {
    ParsedNode target = raw.target;
    if (!copies.containsKey(target)) {
      copies.put(target, null);
      AliasLimits.Size before = tally.enterAlias();
      copies.put(target, node(target, false));
      copySizes.put(target, tally.leaveAlias(before));
    } else if (copies.get(target) == null) {
      throw source.failure(raw.start, "the alias is inside the node that it refers to");
    } else {
      tally.addAliased(copySizes.get(target), raw);
    }
    return new Alias(copies.get(target), layouts.span(raw), YamlLayout.node(raw, source.eol));
  }

  private void mapMembers(ParsedNode raw, boolean commentsPlaced, List<Member> members) {
    if (!commentsPlaced) {
      add(members, raw.head, false);
      add(members, raw.line, false);
    }
    Set<String> keys = raw.children.size() > 2 ? new HashSet<>() : null;
    for (int i = 0; i < raw.children.size(); i += 2) {
      ParsedNode key = raw.children.get(i);
      ParsedNode value = raw.children.get(i + 1);
      boolean scalar = value.kind == ParsedNode.Kind.SCALAR || value.kind == ParsedNode.Kind.ALIAS;
      add(members, key.head, false);
      add(members, key.line, false);
      if (scalar) {
        add(members, value.head, false);
        add(members, value.line, true);
      }
      members.add(entry(key, value, scalar, keys));
      if (scalar) {
        add(members, value.foot, false);
      }
      add(members, key.foot, false);
    }
    if (!commentsPlaced) {
      add(members, raw.foot, false);
    }
    add(members, raw.lost(), false);
  }

  /**
   * Refuses a merge key whose value SOPS can't merge. SOPS reads the first document into a map too,
   * and merges there.
   */
  private void refuseMergeOfOthers(ParsedNode key, ParsedNode value) {
    boolean merge =
        key.value.equals("<<")
            && (key.tag.equals("!!merge")
                || key.tag.isEmpty()
                    && key.style == org.snakeyaml.engine.v2.common.ScalarStyle.PLAIN);
    if (!merge || documents > 1 || key.kind != ParsedNode.Kind.SCALAR) {
      return;
    }
    ParsedNode meant = meant(value);
    boolean maps =
        meant.kind == ParsedNode.Kind.MAP
            || value.kind == ParsedNode.Kind.LIST
                && value.children.stream()
                    .allMatch(item -> meant(item).kind == ParsedNode.Kind.MAP);
    if (!maps) {
      throw source.refusal(
          key.start,
          "SOPS accepts only a map or a list of maps after <<",
          "put the key in quotes: \"<<\"");
    }
  }

  private static ParsedNode meant(ParsedNode raw) {
    return raw.kind == ParsedNode.Kind.ALIAS ? raw.target : raw;
  }

  private Entry entry(ParsedNode key, ParsedNode value, boolean commentsPlaced, Set<String> keys) {
    String name = name(key);
    refuseMergeOfOthers(key, value);
    tally.addKey(name, key);
    if (keys != null && !keys.add(name) && duplicate == null) {
      duplicate = new Duplicate(name, source.source.locate(key.start));
    }
    path.add(new TreePath.Key(name));
    Node node = node(value, commentsPlaced);
    path.remove(path.size() - 1);
    return new Entry(name, layouts.span(key), node);
  }

  private String name(ParsedNode key) {
    ParsedNode raw = key.kind == ParsedNode.Kind.ALIAS ? key.target : key;
    if (raw.kind == ParsedNode.Kind.SCALAR && scalar(raw) instanceof Scalar.Text text) {
      return text.value();
    }
    throw source
        .failure(
            SealingFailure.NotEncryptable::new,
            key.start,
            path.isEmpty()
                ? "a key is not a string"
                : "a key of " + TreePath.of(path) + " is not a string")
        .hintForPlain(FormatHints.encryptWholeOr("put the key in quotes"));
  }

  private List<Element> elements(ParsedNode raw, boolean commentsPlaced) {
    List<Element> elements = new ArrayList<>(raw.children.size());
    if (!commentsPlaced) {
      add(elements, raw.head, false);
      add(elements, raw.line, false);
    }
    int position = 0;
    for (ParsedNode item : raw.children) {
      add(elements, item.head, false);
      add(elements, item.line, true);
      path.add(new TreePath.Index(position++));
      elements.add(node(item, true));
      path.remove(path.size() - 1);
      add(elements, item.foot, false);
    }
    if (!commentsPlaced) {
      add(elements, raw.foot, false);
    }
    add(elements, raw.lost(), false);
    return elements;
  }

  private void add(List<? super Comment> to, List<CommentLine> lines, boolean inline) {
    for (int i = 0; i < lines.size(); i++) {
      CommentLine line = lines.get(i);
      if (line != CommentLine.BLANK) {
        line.placed = true;
        tally.addComment(line);
        to.add(new Comment(line.text, new Span(line.start, line.end), CommentLayout.LINE, inline));
      }
    }
  }

  private Scalar scalar(ParsedNode raw) {
    try {
      return ScalarResolver.resolve(
          raw.value, raw.tag, raw.style != org.snakeyaml.engine.v2.common.ScalarStyle.PLAIN);
    } catch (ScalarResolver.Unresolved e) {
      SealconfException failure =
          e.unsigned
              ? source.failure(
                  SealingFailure.NotEncryptable::new,
                  raw.start,
                  "the integer at " + TreePath.of(path) + " doesn't fit in a signed 64-bit integer")
              : source.failure(
                  raw.start, "the value at " + TreePath.of(path) + " doesn't match its tag");
      throw failure.hintForPlain(FormatHints.encryptWholeOr("put the value in quotes"));
    }
  }
}
