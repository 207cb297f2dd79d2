package dev.sealconf.cli;

import dev.sealconf.document.TreePath;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;

/**
 * Reads the tree paths of the command line, {@code ["a"]["b"][0]}: {@code docs/compatibility.md
 * §tree paths}.
 */
final class TreePaths {
  private TreePaths() {}

  /**
   * The path that a text spells.
   *
   * @throws SealconfException with {@code code} if it spells none
   */
  static TreePath parse(String text, ExitCode code) {
    TreePath path = TreePath.ROOT;
    for (String piece : text.split("\\[", -1)) {
      if (piece.isEmpty()) {
        continue;
      }
      if (!piece.endsWith("]")) {
        throw malformed(text, code);
      }
      path = path.then(step(piece.substring(0, piece.length() - 1), text, code));
    }
    return path;
  }

  private static TreePath.Step step(String inside, String text, ExitCode code) {
    if (inside.startsWith("\"") || inside.startsWith("'")) {
      if (inside.length() < 2 || inside.charAt(inside.length() - 1) != inside.charAt(0)) {
        throw malformed(text, code);
      }
      return new TreePath.Key(inside.substring(1, inside.length() - 1));
    }
    try {
      int position = Integer.parseInt(inside);
      if (position >= 0) {
        return new TreePath.Index(position);
      }
    } catch (NumberFormatException e) {
      // not a position either
    }
    throw malformed(text, code);
  }

  private static SealconfException malformed(String text, ExitCode code) {
    return new SealconfException(code, Printable.quote(text) + " is not a path in a file")
        .hint("write keys and positions in brackets: '[\"users\"][0][\"name\"]'");
  }
}
