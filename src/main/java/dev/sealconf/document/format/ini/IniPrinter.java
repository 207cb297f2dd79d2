package dev.sealconf.document.format.ini;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Prints INI as SOPS does: keys of a section padded to one width, a blank line between sections.
 */
final class IniPrinter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final String newline;

  IniPrinter(String newline) {
    this.newline = newline;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** Prints a whole file. */
  void file(List<? extends Member> members) {
    boolean first = true;
    for (Member member : members) {
      if (member instanceof Comment comment) {
        comment(comment.text());
        continue;
      }
      Entry section = (Entry) member;
      boolean headless = first && section.key().toUpperCase(Locale.ROOT).equals(IniReader.DEFAULT);
      if (!headless || !map(section).members().isEmpty()) {
        if (out.size() > 0) {
          line("");
        }
        section(section, headless);
      }
      first = false;
    }
  }

  /** Prints one section with its header, without a blank line before it. */
  void section(Entry section, boolean headless) {
    List<Member> members = map(section).members();
    boolean commented = !members.isEmpty() && members.get(0) instanceof Comment;
    if (commented) {
      comment(((Comment) members.get(0)).text());
    }
    if (!headless) {
      line(IniText.header(section.key()));
    }
    int from = commented ? 1 : 0;
    boolean again =
        commented
            && members.size() > 1
            && members.get(1) instanceof Comment behind
            && behind.inline()
            && ((Comment) members.get(0)).text().endsWith(behind.text());
    body(members.subList(again ? 2 : from, members.size()));
  }

  /**
   * Prints the keys of a section. The comments of a key come after it in the tree, but are printed
   * above it.
   */
  void body(List<Member> members) {
    int width = 0;
    for (Member member : members) {
      if (member instanceof Entry entry) {
        width = Math.max(width, IniText.key(entry.key()).getBytes(StandardCharsets.UTF_8).length);
      }
    }
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i) instanceof Entry entry) {
        String above = "";
        for (int c = i + 1; c < members.size() && members.get(c) instanceof Comment comment; c++) {
          above = comment(comment, above);
        }
        entry(entry, width);
      } else if (i == 0) {
        comment(((Comment) members.get(i)).text());
      }
    }
  }

  private void entry(Entry entry, int width) {
    write(padded(IniText.key(entry.key()), width) + " = ");
    out.writeBytes(IniText.value(scalar(entry.key(), entry.value()), IniQuote.BARE));
    write(newline);
  }

  static String padded(String key, int width) {
    int missing = width - key.getBytes(StandardCharsets.UTF_8).length;
    return key + " ".repeat(Math.max(0, missing));
  }

  static Scalar scalar(String key, Node value) {
    if (value.resolved() instanceof Leaf leaf) {
      return leaf.value();
    }
    throw new OutputFailure.NotRepresentable(
            "INI has two levels, and " + Printable.quote(key) + " would be a third")
        .hint(FormatHints.writeAs(DocumentFormat::holdsTrees));
  }

  private static MapNode map(Entry section) {
    if (section.value().resolved() instanceof MapNode map) {
      return map;
    }
    throw notASection(section.key());
  }

  static SealconfException notASection(String key) {
    return new OutputFailure.NotRepresentable(
            "INI has sections at the top, and " + Printable.quote(key) + " is not one")
        .hint(FormatHints.writeAs(DocumentFormat::holdsTrees));
  }

  /** Prints a comment, unless it is the last line of the comment printed before. */
  private String comment(Comment comment, String before) {
    boolean there = comment.inline() && before.endsWith(comment.text());
    if (!there) {
      comment(comment.text());
    }
    return comment.text();
  }

  private void comment(String text) {
    IniText.commentLines(text).forEach(this::line);
  }

  private void line(String text) {
    write(text + newline);
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
