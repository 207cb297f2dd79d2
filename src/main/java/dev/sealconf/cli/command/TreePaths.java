package dev.sealconf.cli.command;

import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.FailureType;
import dev.sealconf.error.SealconfException;

/**
 * Parses tree paths on the command line, {@code ["a"]["b"][0]}: {@code docs/compatibility.md §tree
 * paths}.
 */
public final class TreePaths {
  private TreePaths() {}

  /**
   * Parses a path. If the text isn't one, the message doesn't repeat it, because a value may follow
   * the path in it.
   *
   * @throws SealconfException of this type if the text is not a path
   */
  public static TreePath parse(String text, FailureType type) {
    TreePath path = TreePath.ROOT;
    for (String piece : text.split("\\[", -1)) {
      if (piece.isEmpty()) {
        continue;
      }
      if (!piece.endsWith("]")) {
        throw malformed(path, type);
      }
      path = path.then(step(piece.substring(0, piece.length() - 1), path, type));
    }
    return path;
  }

  private static TreePath.Step step(String inside, TreePath before, FailureType type) {
    if (inside.startsWith("\"") || inside.startsWith("'")) {
      if (inside.length() < 2 || inside.charAt(inside.length() - 1) != inside.charAt(0)) {
        throw malformed(before, type);
      }
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
    throw malformed(before, type);
  }

  private static SealconfException malformed(TreePath before, FailureType type) {
    String place = before.depth() == 0 ? "at the start" : "after " + before;
    return type.of("the path in the file is malformed " + place)
        .hint("write keys and positions in brackets: '[\"users\"][0][\"name\"]'");
  }
}
