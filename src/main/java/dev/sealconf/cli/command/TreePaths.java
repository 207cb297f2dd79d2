package dev.sealconf.cli.command;

import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.SealconfException;

/**
 * Reads the tree paths of the command line, {@code ["a"]["b"][0]}: {@code docs/compatibility.md
 * §tree paths}.
 */
final class TreePaths {
  private TreePaths() {}

  /**
   * The path that a text spells. A text that spells none is not repeated: a value may follow the
   * path in it.
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
        throw malformed(path, code);
      }
      path = path.then(step(piece.substring(0, piece.length() - 1), path, code));
    }
    return path;
  }

  private static TreePath.Step step(String inside, TreePath before, ExitCode code) {
    if (inside.startsWith("\"") || inside.startsWith("'")) {
      if (inside.length() < 2 || inside.charAt(inside.length() - 1) != inside.charAt(0)) {
        throw malformed(before, code);
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
    throw malformed(before, code);
  }

  private static SealconfException malformed(TreePath before, ExitCode code) {
    String place = before.depth() == 0 ? "at its start" : "after " + before;
    return new SealconfException(code, "the path in the file is malformed " + place)
        .hint("write keys and positions in brackets: '[\"users\"][0][\"name\"]'");
  }
}
