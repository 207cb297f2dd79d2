package dev.sealconf.session.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The files that git tracks and so never ignores: the paths in a repository's index, versions 2 to
 * 4 of {@code gitformat-index(5)}. If the index can't be read, no file counts as tracked.
 */
final class TrackedFiles {
  private static final int MOST_BYTES = 256 << 20;
  private static final int SIGNATURE = 0x44495243; // DIRC
  private static final int BEFORE_HASH = 40;
  private static final int EXTENDED = 0x4000;
  private static final int BLOCK = 8;

  private final TreeSet<String> paths = new TreeSet<>();

  /** Reads the index of a repository. */
  static TrackedFiles of(GitFolder repository) {
    TrackedFiles tracked = new TrackedFiles();
    Path index = repository.own().resolve("index");
    try {
      if (Files.isRegularFile(index) && Files.size(index) <= MOST_BYTES) {
        tracked.read(ByteBuffer.wrap(Files.readAllBytes(index)), hashLength(repository));
      }
    } catch (IOException | RuntimeException e) { // Truncated, or a later version.
      tracked.paths.clear();
    }
    return tracked;
  }

  /** Returns whether git tracks a file or, for a folder, something in it. */
  boolean contain(String path, boolean folder) {
    if (!folder) {
      return paths.contains(path);
    }
    String first = paths.ceiling(path + "/");
    return first != null && first.startsWith(path + "/");
  }

  private static int hashLength(GitFolder repository) throws IOException {
    Path config = repository.shared().resolve("config");
    String text = Files.isRegularFile(config) ? Files.readString(config) : "";
    return text.toLowerCase(Locale.ROOT).replace(" ", "").contains("objectformat=sha256") ? 32 : 20;
  }

  private void read(ByteBuffer index, int hash) {
    if (index.getInt() != SIGNATURE) {
      return;
    }
    int version = index.getInt();
    int count = index.getInt();
    String before = "";
    for (int i = 0; i < count; i++) {
      int start = index.position();
      index.position(start + BEFORE_HASH + hash);
      boolean extended = (index.getShort() & EXTENDED) != 0;
      if (extended) {
        index.getShort();
      }
      String kept = version < 4 ? "" : before.substring(0, before.length() - variable(index));
      before = kept + text(index);
      if (version < 4) {
        int length = index.position() - start;
        index.position(start + (length + BLOCK - 1) / BLOCK * BLOCK);
      }
      paths.add(before);
    }
  }

  /** Reads the text up to the next NUL, and the NUL too. */
  private static String text(ByteBuffer index) {
    int start = index.position();
    while (index.get() != 0) {
      continue;
    }
    return new String(
        index.array(), start, index.position() - 1 - start, StandardCharsets.ISO_8859_1);
  }

  /**
   * Reads a number with seven bits per byte, in an encoding where each number has only one form.
   */
  private static int variable(ByteBuffer index) {
    int c = index.get();
    int value = c & 0x7f;
    while ((c & 0x80) != 0) {
      c = index.get();
      value = (value + 1 << 7) + (c & 0x7f);
    }
    return value;
  }
}
