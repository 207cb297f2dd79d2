package dev.sealconf.exec.text;

import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.SealconfException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A text file with placeholders to fill in: {@code {{ db.password }}}. Dots separate the keys on
 * the path to a value. {@code hosts.0} is the first item of a list. A key that contains a dot or a
 * brace is in double quotes. {@code {{ '{{' }}} stands for the text {@code {{} itself.
 */
public final class Placeholders {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  private final SourceText template;
  private final byte[] bytes;

  /** Finds the placeholders of this file. */
  public Placeholders(SourceText template) {
    this.template = template;
    this.bytes = template.bytes();
  }

  /**
   * Returns the text with every placeholder filled in.
   *
   * @param values returns the bytes of the value at a path, or throws
   * @throws SealconfException if a placeholder is malformed or has no value; the message has its
   *     line and column
   */
  public byte[] fill(Function<TreePath, byte[]> values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    int from = 0;
    for (int at = find(OPEN, 0); at >= 0; at = find(OPEN, from)) {
      out.write(bytes, from, at - from);
      int end = end(at + OPEN.length());
      if (end < 0) {
        throw malformed(at, "a placeholder has no end");
      }
      String inside =
          new String(bytes, at + OPEN.length(), end - at - OPEN.length(), StandardCharsets.UTF_8);
      out.writeBytes(filled(inside.strip(), at, values));
      from = end + CLOSE.length();
    }
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }

  private byte[] filled(String inside, int at, Function<TreePath, byte[]> values) {
    if (inside.length() >= 2 && inside.startsWith("'") && inside.endsWith("'")) {
      return inside.substring(1, inside.length() - 1).getBytes(StandardCharsets.UTF_8);
    }
    TreePath path = path(inside, at);
    try {
      return values.apply(path);
    } catch (SealconfException e) {
      throw e.at(template.locate(at));
    }
  }

  /** Returns the end of a placeholder on the same line, skipping quoted text. */
  private int end(int from) {
    char quote = 0;
    for (int i = from; i < bytes.length && bytes[i] != '\n'; i++) {
      if (quote != 0) {
        quote = bytes[i] == quote ? 0 : quote;
      } else if (bytes[i] == '"' || bytes[i] == '\'') {
        quote = (char) bytes[i];
      } else if (bytes[i] == '}' && i + 1 < bytes.length && bytes[i + 1] == '}') {
        return i;
      }
    }
    return -1;
  }

  private int find(String text, int from) {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    for (int i = from; i + wanted.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  private TreePath path(String text, int at) {
    TreePath path = TreePath.ROOT;
    int i = 0;
    while (i <= text.length()) {
      int end;
      String key;
      if (i < text.length() && text.charAt(i) == '"') {
        end = text.indexOf('"', i + 1);
        if (end < 0) {
          throw malformed(at, "a quote in a placeholder has no end");
        }
        key = text.substring(i + 1, end);
        end++;
      } else {
        end = text.indexOf('.', i) < 0 ? text.length() : text.indexOf('.', i);
        key = text.substring(i, end);
      }
      if (key.isEmpty()
          || key.chars().anyMatch(c -> c <= ' ')
          || end < text.length() && text.charAt(end) != '.') {
        throw malformed(at, "a placeholder is not a path of keys");
      }
      path = path.then(step(key, text.charAt(i) == '"'));
      i = end + 1;
    }
    return path;
  }

  private static TreePath.Step step(String key, boolean quoted) {
    boolean position =
        !quoted && key.length() < 10 && key.chars().allMatch(c -> c >= '0' && c <= '9');
    return position ? new TreePath.Index(Integer.parseInt(key)) : new TreePath.Key(key);
  }

  private SealconfException malformed(int at, String what) {
    return new FileFailure.Malformed(what)
        .at(template.locate(at))
        .hint("a placeholder looks like {{ db.password }}")
        .hint("for the text {{ itself, write {{ '{{' }}");
  }
}
