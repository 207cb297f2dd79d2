package dev.sealconf.document.format.ini;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.format.Utf8;
import dev.sealconf.document.tree.LineText;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes keys, values and comments in INI so that they read back correctly. */
final class IniText {
  private IniText() {}

  /**
   * Returns the bytes of a value, with its previous quotes if possible.
   *
   * @throws SealconfException if no quotes work
   */
  static byte[] value(Scalar value, IniQuote preferred) {
    byte[] meant =
        value instanceof Scalar.Blob blob
            ? blob.value()
            : LineText.of(value).getBytes(StandardCharsets.UTF_8);
    for (IniQuote quote : quotes(meant, preferred)) {
      byte[] written = between(quote.mark(), meant);
      if (readsBack(written, meant)) {
        return written;
      }
    }
    throw new OutputFailure.NotRepresentable(
            "a value can't be written in INI: it contains every kind of quote")
        .hint(FormatHints.writeAs(DocumentFormat::holdsTrees));
  }

  /** Returns the quotes to try; those that SOPS would use come first. */
  private static List<IniQuote> quotes(byte[] meant, IniQuote preferred) {
    List<IniQuote> quotes = new ArrayList<>(List.of(preferred, IniQuote.BARE, IniQuote.DOUBLE));
    boolean triple = contains(meant, '\n') || contains(meant, '`');
    quotes.add(triple ? IniQuote.TRIPLE : IniQuote.BACKTICK);
    quotes.add(triple ? IniQuote.BACKTICK : IniQuote.TRIPLE);
    quotes.add(IniQuote.SINGLE);
    return quotes;
  }

  private static boolean contains(byte[] text, char wanted) {
    for (byte b : text) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
  }

  private static byte[] between(String mark, byte[] text) {
    byte[] out =
        Arrays.copyOf(mark.getBytes(StandardCharsets.UTF_8), text.length + 2 * mark.length());
    System.arraycopy(text, 0, out, mark.length(), text.length);
    System.arraycopy(out, 0, out, mark.length() + text.length, mark.length());
    return out;
  }

  /** Returns whether this text, followed by another line, reads as exactly this value. */
  private static boolean readsBack(byte[] written, byte[] meant) {
    byte[] line = Arrays.copyOf(written, written.length + 3);
    line[written.length] = '\n';
    line[written.length + 1] = 'k';
    line[written.length + 2] = '\n';
    IniValue value = IniValue.read(line, 0, IniValue.lineEnd(line, 0));
    return value != null
        && Arrays.equals(value.text(), meant)
        && value.tail().length() == 0
        && value.next() == written.length + 1;
  }

  /**
   * Returns the text of a key.
   *
   * @throws SealconfException if it would read as another key
   */
  static String key(String name) {
    for (String mark : List.of("", "`", "\"\"\"", "\"")) {
      String written = mark + name + mark;
      if (readsBack(written, name)) {
        return written;
      }
    }
    throw notIni("key", name);
  }

  private static boolean readsBack(String written, String name) {
    byte[] line = (written + " = v").getBytes(StandardCharsets.UTF_8);
    if (name.equals("-") || written.isEmpty() || "#;[".indexOf(written.charAt(0)) >= 0) {
      return false;
    }
    IniKey key = IniKey.read(line, GoSpace.skip(line, 0, line.length), line.length).key();
    return key != null
        && name.indexOf('\n') < 0
        && key.value() == line.length - 2
        && name.equals(Utf8.decode(line, key.name().start(), key.name().end()));
  }

  /**
   * Returns the header line of a section.
   *
   * @throws SealconfException if the name can't be written there
   */
  static String header(String name) {
    if (name.isEmpty() || name.indexOf('\n') >= 0) {
      throw notIni("section", name);
    }
    return "[" + name + "]";
  }

  private static SealconfException notIni(String what, String name) {
    return new OutputFailure.NotRepresentable(
            "the " + what + " " + Printable.quote(name) + " can't be written in INI")
        .hint(FormatHints.writeAs(DocumentFormat::holdsTrees));
  }

  /** Returns a comment after its first marker. Each further line gets a marker if it lacks one. */
  static String comment(String text) {
    if (text.indexOf('\n') < 0) {
      return text;
    }
    String[] lines = text.split("\n", -1);
    for (int i = 1; i < lines.length; i++) {
      if (!marked(lines[i])) {
        lines[i] = "; " + lines[i];
      }
    }
    return String.join("\n", lines);
  }

  /** Returns the lines of a comment as SOPS prints them. */
  static List<String> commentLines(String text) {
    return Arrays.stream(text.split("\n", -1))
        .map(
            line ->
                marked(line)
                    ? line.charAt(0) + " " + line.substring(1).strip()
                    : "; " + line.strip())
        .map(String::stripTrailing)
        .toList();
  }

  private static boolean marked(String line) {
    return line.startsWith("#") || line.startsWith(";");
  }
}
