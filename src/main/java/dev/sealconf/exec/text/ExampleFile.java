package dev.sealconf.exec.text;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
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
import dev.sealconf.envelope.selection.Walk;
import dev.sealconf.envelope.token.Token;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.SealedReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The example for an encrypted file: the same keys, comments and layout, but empty values and no
 * metadata. A key that has no value in the file becomes a comment; in formats where it can't be
 * one, it is left out. Needs no key. Encrypted comments are left out because they can't be read.
 */
public final class ExampleFile {
  private static final Scalar NOTHING = new Scalar.Text("");
  private static final String INTRODUCTION = " \t#;";

  private final Document document;
  private final DocumentFormat format;
  private final byte[] bytes;
  private final List<Splice> splices = new ArrayList<>();

  private ExampleFile(Document document) {
    this.document = document;
    this.format = document.format();
    this.bytes = document.source().bytes();
  }

  /**
   * Returns the bytes of the example.
   *
   * @throws dev.sealconf.error.SealconfException if the file can't be read, is not encrypted, or
   *     has no keys
   */
  public static byte[] of(Input input) {
    if (input.format().encryptsWhole()) {
      throw new UsageFailure.Mistake("the file is encrypted as a whole, so it has no keys to show")
          .at(Location.of(input.source().name()));
    }
    ExampleFile example = new ExampleFile(SealedReader.read(input));
    if (example.document.metadata().isEmpty()) {
      throw new UsageFailure.Mistake("the file is not encrypted")
          .at(Location.of(input.source().name()))
          .hint(
              "sealconf makes a template only from an encrypted file, so that no secret gets into"
                  + " it");
    }
    return example.asked(example.text());
  }

  private byte[] text() {
    splices.addAll(format.withoutMetadata(document));
    int metadata = splices.size();
    document.branches().forEach(this::blank);
    List<Splice> fitting = new ArrayList<>(splices.subList(0, metadata));
    for (Splice splice : splices.subList(metadata, splices.size())) {
      if (fitting.stream().noneMatch(other -> overlap(splice.span(), other.span()))) {
        fitting.add(splice);
      }
    }
    return document.source().apply(fitting);
  }

  /** Removes the keys that have no value, in formats where they didn't become comments. */
  private byte[] asked(byte[] text) {
    byte[] rest = text;
    List<TreePath> unasked = new ArrayList<>();
    if (format.commentMark().isEmpty()) {
      addUnasked(document.branches().get(0), TreePath.ROOT, unasked);
    }
    Collections.reverse(unasked);
    for (TreePath path : unasked) {
      try {
        Document before = format.read(new SourceText(document.source().name(), rest));
        rest = before.source().apply(format.unset(before, path));
        format.read(new SourceText(document.source().name(), rest));
      } catch (SealconfException e) {
        return text; // something else in the file needs the key, such as an alias
      }
    }
    return rest;
  }

  private static void addUnasked(MapNode map, TreePath above, List<TreePath> unasked) {
    for (Entry entry : map.entries()) {
      TreePath path = above.then(new TreePath.Key(entry.key()));
      if (entry.value() instanceof MapNode below) {
        addUnasked(below, path, unasked);
      } else if (hasNoValue(entry)) {
        unasked.add(path);
      }
    }
  }

  private static boolean hasNoValue(Entry entry) {
    return entry.value().resolved() instanceof Leaf leaf
        && (leaf.value() instanceof Scalar.Null || leaf.value().equals(NOTHING));
  }

  private static boolean overlap(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private void blank(Node node) {
    if (node instanceof MapNode map) {
      for (Member member : map.members()) {
        if (member instanceof Entry entry) {
          if (format.commentMark().isPresent() && hasNoValue(entry)) {
            int start = entry.keySpan().start();
            splices.add(Splice.insert(start, format.commentMark().get()));
          } else {
            blank(entry.value());
          }
        } else if (member instanceof Comment comment) {
          leaveOutSealed(comment);
        }
      }
    } else if (node instanceof ListNode list) {
      for (Element element : list.elements()) {
        item(element);
      }
    } else if (node instanceof Leaf leaf && !(leaf.value() instanceof Scalar.Null)) {
      splices.add(new Splice(leaf.span(), format.valueText(leaf, NOTHING)));
      splices.addAll(format.headerChange(leaf, NOTHING));
    }
  }

  private void item(Element element) {
    if (element instanceof Comment comment) {
      leaveOutSealed(comment);
    } else if (element instanceof Leaf leaf && Walk.sealedComment(leaf).isPresent()) {
      splices.add(format.commentFromToken(document, leaf, ""));
    } else if (element instanceof Node node) {
      blank(node);
    }
  }

  /** Removes an encrypted comment, or its whole line if nothing else is on it. */
  private void leaveOutSealed(Comment comment) {
    if (!Token.looksLike(comment.text().strip())) {
      return;
    }
    int start = comment.span().start();
    while (start > 0 && INTRODUCTION.indexOf(bytes[start - 1]) >= 0) {
      start--;
    }
    int end = comment.span().end();
    boolean wholeLine = start == 0 || bytes[start - 1] == '\n';
    if (wholeLine && end < bytes.length && bytes[end] == '\r') {
      end++;
    }
    if (wholeLine && end < bytes.length && bytes[end] == '\n') {
      end++;
    }
    splices.add(Splice.remove(start, end));
  }
}
