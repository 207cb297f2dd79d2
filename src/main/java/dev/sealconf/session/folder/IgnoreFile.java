package dev.sealconf.session.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The patterns of one file such as {@code .gitignore}.
 *
 * @param base the folder that it applies to, relative to the top of the repository, with slashes
 *     and a final slash; empty for the top
 */
record IgnoreFile(String base, List<IgnorePattern> patterns) {
  /** A longer file isn't a list of patterns. */
  private static final int MOST_BYTES = 1 << 20;

  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  /** Reads the patterns of a file; none if it does not exist. Like git, does not follow a link. */
  static IgnoreFile read(String base, Path file) {
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= MOST_BYTES) {
        return of(base, Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      return new IgnoreFile(base, List.of());
    }
    return new IgnoreFile(base, List.of());
  }

  static IgnoreFile of(String base, String bytes) {
    String text = bytes.startsWith(BYTE_ORDER_MARK) ? bytes.substring(3) : bytes;
    List<IgnorePattern> patterns = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String bare = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      IgnorePattern.of(bare).ifPresent(patterns::add);
    }
    return new IgnoreFile(base, patterns);
  }

  /**
   * Returns what the last matching pattern says: true to ignore the path; empty if no pattern
   * matches.
   *
   * @param path the path from the top of the repository, with slashes, below {@link #base}
   */
  Optional<Boolean> ignores(String path, boolean folder) {
    String below = path.substring(base.length());
    for (int i = patterns.size() - 1; i >= 0; i--) {
      if (patterns.get(i).matches(below, folder)) {
        return Optional.of(patterns.get(i).ignores());
      }
    }
    return Optional.empty();
  }
}
