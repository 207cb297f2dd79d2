package dev.sealconf.document.format.properties;

import dev.sealconf.document.Document;
import dev.sealconf.document.Span;
import dev.sealconf.document.format.Utf8;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Scalar;

/**
 * The part of the grammar that means the same in ENV files as SOPS reads them ({@code
 * docs/properties.md §sops}).
 */
final class EnvGrammar {
  private EnvGrammar() {}

  /** Returns whether SOPS gets the same keys, values and comments if it reads the file as ENV. */
  static boolean fits(Document document) {
    byte[] in = document.source().bytes();
    int lines = document.metadata().map(tree -> lines(in, tree.span())).orElse(0);
    if (Utf8.startsWithMark(in) || hasCarriageReturn(in) || Utf8.decode(in, 0, in.length) == null) {
      return false;
    }
    for (Member member : document.branches().get(0).members()) {
      if (!fits(in, member)) {
        return false;
      }
      lines++;
    }
    return lines == filledLines(in);
  }

  private static boolean hasCarriageReturn(byte[] in) {
    for (byte b : in) {
      if (b == '\r') {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(byte[] in, Member member) {
    if (member instanceof Comment comment) {
      int mark = comment.span().start() - 1;
      return in[mark] == '#' && (mark == 0 || in[mark - 1] == '\n');
    }
    Entry entry = (Entry) member;
    Leaf leaf = (Leaf) entry.value();
    Span key = entry.keySpan();
    Span value = leaf.span();
    boolean adjacent = value.start() == key.end() + 1 && in[key.end()] == '=';
    boolean first = key.start() == 0 || in[key.start() - 1] == '\n';
    return adjacent
        && first
        && entry.key().equals(PropertiesText.plain(in, key.start(), key.end()))
        && meansTheSame(PropertiesText.plain(in, value.start(), value.end()), leaf.value());
  }

  private static boolean meansTheSame(String written, Scalar value) {
    return value.equals(new Scalar.Text(written.replace("\\n", "\n")));
  }

  private static int filledLines(byte[] in) {
    return lines(in, new Span(0, in.length));
  }

  /** Returns the number of lines that are not empty. */
  private static int lines(byte[] in, Span span) {
    int lines = 0;
    for (int i = span.start(); i < span.end(); i++) {
      boolean starts = i == 0 || in[i - 1] == '\n';
      lines += starts && in[i] != '\n' ? 1 : 0;
    }
    return lines;
  }
}
