package dev.sealconf.session.folder;

import java.util.Optional;

/**
 * One line of a {@code .gitignore} ({@code gitignore(5)}).
 *
 * @param ignores false for a line that starts with {@code !} and includes files again
 * @param foldersOnly whether the line ended with a slash
 * @param byName whether it has no slash inside, so that it is compared with the last name of a path
 * @param literal the part before the first wildcard
 * @param rest matches what follows the literal part, if anything does
 */
record IgnorePattern(
    boolean ignores, boolean foldersOnly, boolean byName, String literal, Optional<Glob> rest) {

  /** Returns the pattern of a line without its line break; empty for a comment or an empty line. */
  static Optional<IgnorePattern> of(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return Optional.empty();
    }
    String text = withoutTrailingSpaces(line);
    boolean ignores = !text.startsWith("!");
    if (!ignores) {
      text = text.substring(1);
    }
    boolean foldersOnly = text.endsWith("/");
    if (foldersOnly) {
      text = text.substring(0, text.length() - 1);
    }
    boolean byName = text.indexOf('/') < 0;
    if (!byName && text.startsWith("/")) {
      text = text.substring(1);
    }
    int wildcard = wildcard(text);
    Optional<Glob> rest =
        wildcard == text.length()
            ? Optional.empty()
            : Optional.of(new Glob(text.substring(byName ? 0 : wildcard)));
    String literal = byName && rest.isPresent() ? "" : text.substring(0, wildcard);
    return Optional.of(new IgnorePattern(ignores, foldersOnly, byName, literal, rest));
  }

  /**
   * Returns whether the pattern matches a file or folder.
   *
   * @param path the path below the folder of the {@code .gitignore}, with slashes
   */
  boolean matches(String path, boolean folder) {
    if (foldersOnly && !folder) {
      return false;
    }
    String text = byName ? path.substring(path.lastIndexOf('/') + 1) : path;
    if (rest.isEmpty()) {
      return text.equals(literal);
    }
    return text.startsWith(literal) && rest.get().matches(text.substring(literal.length()));
  }

  /** Removes trailing spaces, except those after a backslash. */
  private static String withoutTrailingSpaces(String line) {
    int end = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
        end = Math.min(i + 1, line.length());
      } else if (line.charAt(i) != ' ') {
        end = i + 1;
      }
    }
    return line.substring(0, end);
  }

  private static int wildcard(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("*?[\\".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }
}
