package dev.sealconf.document.format.yaml.print;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.yaml.layout.YamlLayout;
import dev.sealconf.document.format.yaml.source.Lines;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes the text that replaces a scalar's span, in the style of the old text. */
public final class ScalarText {
  private ScalarText() {}

  /** Returns the text that reads back as the string {@code token}. */
  public static String tokenText(Leaf leaf, String token) {
    YamlLayout layout = YamlLayout.of(leaf);
    return switch (layout.style) {
      case SINGLE -> layout.prefix + ScalarStyles.singleQuoted(token);
      case DOUBLE -> layout.prefix + ScalarStyles.doubleQuoted(token, true);
      case BLOCK -> layout.prefix + header(layout, token) + bodyOf(layout, token);
      case BLOCK_BODY -> bodyOf(layout, token);
      default -> layout.prefix + inline(token, layout.inFlow);
    };
  }

  /**
   * Returns the change to the header of a block scalar. Because a comment follows the header, it is
   * outside the scalar's span.
   */
  public static List<Splice> headerChange(Leaf leaf, Scalar value) {
    YamlLayout layout = YamlLayout.of(leaf);
    if (layout.style != YamlLayout.Style.BLOCK_BODY || !(value instanceof Scalar.Text text)) {
      return List.of();
    }
    String header = header(layout, text.value());
    int start = layout.headerStart;
    return header.equals(layout.header)
        ? List.of()
        : List.of(Splice.of(new Span(start, start + layout.header.length()), header));
  }

  /** Returns a token as the only line of a block scalar. */
  private static String bodyOf(YamlLayout layout, String token) {
    return layout.eol + layout.lineIndent + token;
  }

  /** Returns the header for this text, with the chomping indicator that it needs. */
  private static String header(YamlLayout layout, String text) {
    return BlockStyle.fitting(layout.header, text, layout.emptyLines());
  }

  private static String body(YamlLayout layout, String header, String text) {
    return BlockStyle.body(text, header, layout.lineIndent, layout.emptyLines(), layout.eol);
  }

  /** In brackets, returns a token in double quotes, as in JSON. */
  private static String inline(String token, boolean inFlow) {
    String text = ScalarStyles.text(token, inFlow, true);
    return inFlow && text.startsWith("'") ? ScalarStyles.doubleQuoted(token, true) : text;
  }

  /** Returns the text that reads back as {@code value}. */
  public static String valueText(Leaf leaf, Scalar value) {
    YamlLayout layout = YamlLayout.of(leaf);
    if (value instanceof Scalar.Text text) {
      return valueText(layout, text.value());
    }
    return layout.prefix + ScalarStyles.literal(value);
  }

  private static String valueText(YamlLayout layout, String text) {
    return switch (layout.style) {
      case SINGLE ->
          layout.prefix
              + (TextStyle.of(text, true).single && text.indexOf('\n') < 0
                  ? ScalarStyles.singleQuoted(text)
                  : ScalarStyles.doubleQuoted(text, true));
      case DOUBLE -> layout.prefix + ScalarStyles.doubleQuoted(text, true);
      case BLOCK -> {
        String header = header(layout, text);
        String body = body(layout, header, text);
        yield layout.prefix
            + (body == null ? ScalarStyles.doubleQuoted(text, true) : header + body);
      }
      case BLOCK_BODY -> body(layout, text);
      default -> layout.prefix + plain(layout, text);
    };
  }

  /** Returns the lines for a header that {@link #headerChange} has adjusted. */
  private static String body(YamlLayout layout, String text) {
    String body = body(layout, header(layout, text), text);
    return body != null
        ? body
        : layout.eol + layout.lineIndent + ScalarStyles.doubleQuoted(text, true);
  }

  private static String plain(YamlLayout layout, String text) {
    boolean literal =
        text.indexOf('\n') >= 0 && endsLine(layout, text) && TextStyle.of(text, true).literal;
    if (literal && layout.style != YamlLayout.Style.NODE) {
      int width = 4;
      String lineIndent = " ".repeat(Math.max(layout.indent, 0) + width);
      String header = BlockStyle.header(text, width);
      String body = BlockStyle.body(text, header, lineIndent, 0, layout.eol);
      if (body != null) {
        return header + body;
      }
    }
    return ScalarStyles.text(text, layout.inFlow, true);
  }

  /** Returns whether a block scalar here would swallow no comments, blanks or lines after it. */
  private static boolean endsLine(YamlLayout layout, String text) {
    boolean breaksOnly = layout.tail.chars().allMatch(c -> c == '\n' || c == '\r');
    boolean keepsBreaks = text.endsWith("\n\n") || text.equals("\n");
    return !layout.inFlow && breaksOnly && (layout.tail.isEmpty() || !keepsBreaks);
  }

  /**
   * Returns the splice that replaces a block scalar with a comment in its header. The comment
   * stays.
   */
  public static Splice replaceBody(Leaf leaf, Scalar value, byte[] bytes) {
    YamlLayout layout = YamlLayout.of(leaf);
    int headerEnd = layout.headerStart + layout.header.length();
    Span comment = new Span(headerEnd, leaf.span().start());
    String kept = new SourceText("", bytes).text(comment);
    int start = layout.outer >= 0 ? layout.outer : layout.headerStart;
    String anchor = layout.outer >= 0 && !layout.anchor.isEmpty() ? "&" + layout.anchor + " " : "";
    String text = ScalarStyles.inline(value, false, true) + kept;
    if (value instanceof Scalar.Text written) {
      String header = header(layout, written.value());
      String body = body(layout, header, written.value());
      text = body == null ? text : header + kept + body;
    }
    return Splice.of(new Span(start, leaf.span().end()), anchor + text);
  }

  /** Returns the target of an alias on one line, with tokens in quotes. */
  public static String aliasCopy(Alias alias, Function<Leaf, Optional<String>> token) {
    if (alias.resolved() instanceof Leaf leaf && !YamlLayout.of(alias).inFlow) {
      return token.apply(leaf).orElseGet(() -> ScalarStyles.exact(leaf.value(), false));
    }
    return FlowStyle.text(alias, token);
  }

  /** Comments in brackets would swallow what follows them. */
  public static boolean holdsComments(ListNode list) {
    return !YamlLayout.of(list).flow;
  }

  /**
   * Returns a file with two entries. The first has this text as its value, in brackets or at the
   * column of the leaf.
   */
  public static String alone(Leaf leaf, String text) {
    YamlLayout layout = YamlLayout.of(leaf);
    if (layout.inFlow) {
      return "a: {k: " + text + "}\nz: 0\n";
    }
    String header = layout.style == YamlLayout.Style.BLOCK_BODY ? layout.header : "";
    String column = " ".repeat(Math.max(layout.indent, 0));
    String end = text.endsWith("\n") ? "" : "\n";
    return column + "a: " + header + text + end + column + "z: 0\n";
  }

  /**
   * Returns the splice that turns {@code - TOKEN} into {@code #text}, up to the end of the token.
   */
  public static Splice commentFromToken(Document document, Leaf item, String text) {
    byte[] bytes = document.source().bytes();
    int dash = item.span().start() - 1;
    while (dash >= 0 && (bytes[dash] == ' ' || bytes[dash] == '\t')) {
      dash--;
    }
    return Splice.of(new Span(dash, item.span().end()), "#" + text);
  }

  /** Adds empty brackets below the comments of a list without items, indented more than its key. */
  public static List<Splice> asEmptyList(Document document, ListNode list) {
    Lines lines = new Lines(document.source().bytes());
    int dash = list.span().start();
    int column = dash - lines.start(dash);
    boolean withKey = lines.firstOnLine(dash) && lines.keyAbove(dash, column);
    String pad = " ".repeat(withKey ? column + 2 : column);
    return List.of(Splice.insert(list.span().end(), lines.eol + pad + "[]"));
  }
}
