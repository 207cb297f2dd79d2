package dev.sealconf.binding;

import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path as Java programs write it: {@code servers[0].host}, or in the notation of SOPS, {@code
 * ["servers"][0]["host"]}. Both may be mixed. A key in brackets and quotes is taken exactly as it
 * is; it ends at the first quote of the same kind that a bracket follows.
 */
final class PathText {
  private PathText() {}

  /** One step, and the position after it. */
  record Part(TreePath.Step step, int end) {}

  /**
   * Returns the steps of a path, for which every dot outside of brackets separates two keys.
   *
   * @throws SealconfException a {@code UsageFailure.InvalidPath} if it is malformed
   */
  static List<TreePath.Step> steps(String text) {
    return parts(text).stream().map(Part::step).toList();
  }

  /** Returns the same with positions. */
  static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    do {
      int start = at;
      Part part =
          bracket(text, at)
              .orElseGet(() -> named(text.substring(start, endOfKey(text, start)), start));
      if (part.end() == at) {
        throw malformed();
      }
      parts.add(part);
      at = part.end();
      if (text.startsWith(".", at)) {
        at++;
      } else if (at < text.length() && text.charAt(at) != '[') {
        throw malformed();
      } else if (at == text.length()) {
        return parts;
      }
    } while (true);
  }

  private static Part named(String key, int start) {
    return new Part(new TreePath.Key(key), start + key.length());
  }

  /** Throws as {@link #steps} does. */
  static void requireWellFormed(String text) {
    if (steps(text).isEmpty()) {
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

  /** Returns whether a text is entirely in the notation of SOPS. */
  static boolean isExact(String text) {
    int at = 0;
    Optional<Part> bracket = bracket(text, at);
    while (bracket.isPresent()) {
      at = bracket.get().end();
      bracket = bracket(text, at);
    }
    return at > 0 && at == text.length();
  }

  /** Returns the step in brackets that starts here; empty if none does. */
  static Optional<Part> bracket(String text, int open) {
    if (!text.startsWith("[", open)) {
      return Optional.empty();
    }
    char quote = open + 1 < text.length() ? text.charAt(open + 1) : ']';
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote + "]", open + 2);
      return end < 0
          ? Optional.empty()
          : Optional.of(new Part(new TreePath.Key(text.substring(open + 2, end)), end + 2));
    }
    int end = text.indexOf(']', open);
    return end < 0
        ? Optional.empty()
        : position(text.substring(open + 1, end)).map(index -> new Part(index, end + 1));
  }

  private static Optional<TreePath.Step> position(String inside) {
    try {
      int position = Integer.parseInt(inside);
      return position < 0 ? Optional.empty() : Optional.of(new TreePath.Index(position));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Returns a path in the notation of SOPS, in quotes that its keys allow. */
  static String exact(TreePath path) {
    StringBuilder text = new StringBuilder();
    for (TreePath.Step step : path.steps()) {
      if (step instanceof TreePath.Key key) {
        char quote = key.name().contains("\"]") ? '\'' : '"';
        text.append('[').append(quote).append(key.name()).append(quote).append(']');
      } else if (step instanceof TreePath.Index index) {
        text.append('[').append(index.position()).append(']');
      }
    }
    return text.toString();
  }

  private static SealconfException malformed() {
    return new UsageFailure.InvalidPath("the path is malformed")
        .hint("paths look like db.password, servers[0].host or [\"key.with.dots\"]");
  }
}
