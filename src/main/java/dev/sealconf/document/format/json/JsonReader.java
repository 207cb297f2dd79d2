package dev.sealconf.document.format.json;

import dev.sealconf.document.Duplicate;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Layout;
import dev.sealconf.document.Limits;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads JSON (RFC 8259) into a tree with byte spans and SOPS's types.
 *
 * <p>It does not use a library: for a small file, Jackson's streaming parser loads 108 more classes
 * and adds 10 ms of start-up with a warm CDS archive (JDK 17); it also accepts UTF-16 and UTF-32,
 * and does not say where a key ends. {@code JsonReaderTest} compares this reader with Jackson.
 */
final class JsonReader {
  private static final Scalar NULL = new Scalar.Null();

  private final SourceText source;
  private final byte[] in;
  private final JsonLexer lexer;
  private int at;
  private int depth;
  private int values;
  private Duplicate duplicate;

  /**
   * @param longestString the maximum length of a string in bytes
   */
  JsonReader(SourceText source, int longestString) {
    this.source = source;
    this.in = source.bytes();
    this.lexer = new JsonLexer(source, longestString);
  }

  /** Returns the first duplicate key of an object, once the root has been read. */
  Optional<Duplicate> duplicate() {
    return Optional.ofNullable(duplicate);
  }

  /** Returns the object that is the whole file. */
  MapNode root() {
    at = lexer.start();
    skipSpace();
    if (at == in.length) {
      throw lexer.broken(at, "the file contains no JSON object");
    }
    if (in[at] != '{') {
      throw notAnObject();
    }
    MapNode root = object();
    skipSpace();
    if (at < in.length) {
      throw lexer
          .broken(at, "the file continues after the end of the JSON object")
          .hintForPlain(FormatHints.encryptWholeOr("SOPS would drop it; remove it"));
    }
    return root;
  }

  private SealconfException notAnObject() {
    if (in[at] == '[' || in[at] == '"' || in[at] == '-' || Character.isLetterOrDigit(in[at])) {
      return lexer
          .broken(at, "the file holds JSON, but not a JSON object")
          .hintForPlain("wrap it: {\"data\": ...}")
          .hintForPlain("or " + FormatHints.encryptWhole());
    }
    return lexer.broken(at, "expected a JSON object");
  }

  private MapNode object() {
    int start = open();
    List<Member> members = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    skipSpace();
    boolean more = peek() != '}';
    while (more) {
      Entry entry = entry();
      if (!keys.add(entry.key()) && duplicate == null) {
        duplicate = new Duplicate(entry.key(), source.locate(entry.keySpan().start()));
      }
      members.add(entry);
      more = another('}', "expected a comma or the end of the object");
    }
    return new MapNode(List.copyOf(members), close(start), Layout.NONE);
  }

  private Entry entry() {
    skipSpace();
    if (peek() != '"') {
      throw lexer.broken(at, "expected a key in double quotes");
    }
    int start = at;
    String key = string();
    Span span = new Span(start, at);
    skipSpace();
    if (peek() != ':') {
      throw lexer.broken(at, "expected a colon after the key");
    }
    at++;
    return new Entry(key, span, value());
  }

  private ListNode array() {
    int start = open();
    List<Element> elements = new ArrayList<>();
    skipSpace();
    boolean more = peek() != ']';
    while (more) {
      elements.add(value());
      more = another(']', "expected a comma or the end of the array");
    }
    return new ListNode(List.copyOf(elements), close(start), Layout.NONE);
  }

  /** Skips an opening bracket and returns its offset. */
  private int open() {
    count();
    if (++depth > Limits.DEPTH) {
      throw lexer
          .broken(at, "nested more than " + Limits.DEPTH + " levels deep")
          .hintForPlain(FormatHints.encryptWhole());
    }
    return at++;
  }

  /** Skips a closing bracket and returns the span of the whole object or array. */
  private Span close(int start) {
    depth--;
    return new Span(start, ++at);
  }

  /** Returns whether a comma follows rather than the closing bracket, and skips the comma. */
  private boolean another(char end, String otherwise) {
    skipSpace();
    int next = peek();
    if (next == ',') {
      at++;
      return true;
    }
    if (next != end) {
      throw lexer.broken(at, otherwise);
    }
    return false;
  }

  private Node value() {
    skipSpace();
    int first = peek();
    if (first == '{') {
      return object();
    }
    if (first == '[') {
      return array();
    }
    count();
    int start = at;
    Scalar scalar = scalar(first);
    return new Leaf(scalar, new Span(start, at), Layout.NONE);
  }

  private void count() {
    if (++values > Limits.LEAVES) {
      throw lexer
          .broken(at, "the file has more than " + Limits.LEAVES + " values")
          .hintForPlain(FormatHints.encryptWholeOr("split it"));
    }
  }

  private Scalar scalar(int first) {
    return switch (first) {
      case '"' -> new Scalar.Text(string());
      case 't' -> word("true", new Scalar.Bool(true));
      case 'f' -> word("false", new Scalar.Bool(false));
      case 'n' -> word("null", NULL);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw lexer.broken(at, "expected a JSON value");
    };
  }

  private Scalar word(String word, Scalar meaning) {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= in.length || in[at + i] != word.charAt(i)) {
        throw lexer.broken(at, "expected a JSON value");
      }
    }
    at += word.length();
    return meaning;
  }

  private Scalar number() {
    int start = at;
    at = lexer.endOfNumber(start);
    return lexer.number(start, at);
  }

  private String string() {
    int start = at;
    at = lexer.endOfString(start);
    return lexer.string(start, at);
  }

  private int peek() {
    return at < in.length ? in[at] : -1;
  }

  private void skipSpace() {
    at = lexer.skipSpace(at);
  }
}
