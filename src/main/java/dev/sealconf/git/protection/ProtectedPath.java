package dev.sealconf.git.protection;

import dev.sealconf.git.repository.IndexEntry;
import dev.sealconf.git.repository.Repository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A path that its attributes protect.
 *
 * @param path relative to the top of the work tree, one character for each byte
 * @param entry in the index; empty if the path is not tracked, or has a conflict
 * @param checkedOut false if a sparse checkout leaves it out
 */
public record ProtectedPath(
    String path, ProtectionMode mode, Optional<IndexEntry> entry, boolean checkedOut) {

  /** Returns the path as text. */
  public String name() {
    return new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Returns whether its name is UTF-8; Java can't open other files. */
  boolean isUtf8() {
    return new String(name().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        .equals(path);
  }

  /** Returns its file in the work tree, which may not exist. */
  public Path file(Repository repository) {
    return repository.file(name());
  }
}
