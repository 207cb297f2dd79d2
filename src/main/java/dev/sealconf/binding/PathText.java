package dev.sealconf.binding;

import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * A path as Java programs write it: {@code servers[0].host}, or in the notation of SOPS, {@code
 * ["servers"][0]["host"]}. Both may be mixed. A key with a dot or a bracket is written in brackets
 * and quotes, unless the file has it: then its dots may also be written as they are.
 */
final class PathText {
  private PathText() {}

  /**
   * Returns the steps of a path.
   *
   * @throws SealconfException a {@code UsageFailure.InvalidPath} if it is malformed
   */
  static List<TreePath.Step> steps(String text) {
    List<TreePath.Step> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '[') {
        int end = end(text, at);
        steps.add(inBrackets(text.substring(at + 1, end)));
        at = end + 1;
        if (at < text.length() && text.charAt(at) == '.') {
          at++;
          requireKey(text, at);
        }
      } else {
        int end = endOfKey(text, at);
        if (end == at) {
          throw malformed();
        }
        steps.add(new TreePath.Key(text.substring(at, end)));
        at = end;
        if (at < text.length() && text.charAt(at) == '.') {
          at++;
          requireKey(text, at);
        }
      }
    }
    if (steps.isEmpty()) {
      throw malformed();
    }
    return steps;
  }

  private static void requireKey(String text, int at) {
    if (at == text.length()) {
      throw malformed();
    }
  }

  private static int endOfKey(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
      at++;
    }
    return at;
  }

  /** Returns the position of the closing bracket; a quoted key may contain brackets. */
  private static int end(String text, int open) {
    char quote = open + 1 < text.length() ? text.charAt(open + 1) : ']';
    int end =
        quote == '"' || quote == '\''
            ? text.indexOf(quote + "]", open + 2) + 1
            : text.indexOf(']', open);
    if (end <= 0) {
      throw malformed();
    }
    return end;
  }

  private static TreePath.Step inBrackets(String inside) {
    if (inside.startsWith("\"") || inside.startsWith("'")) {
      return new TreePath.Key(inside.substring(1, inside.length() - 1));
    }
    try {
      int position = Integer.parseInt(inside);
      if (position >= 0) {
        return new TreePath.Index(position);
      }
    } catch (NumberFormatException e) {
      // Not a position either.
    }
    throw malformed();
  }

  private static SealconfException malformed() {
    return new UsageFailure.InvalidPath("the path is malformed")
        .hint("paths look like db.password, servers[0].host or [\"key.with.dots\"]");
  }
}
