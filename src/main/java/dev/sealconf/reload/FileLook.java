package dev.sealconf.reload;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What can be seen of a file or folder without reading it, and of the links that lead to it. A link
 * that was replaced looks different, even if it leads to the same file again.
 *
 * @param entries the links, and then what they lead to; empty if there is nothing
 */
public record FileLook(List<Entry> entries) implements Look {
  static final FileLook NOTHING = new FileLook(List.of());
  private static final int MOST_LINKS = 40;
  private static final String ATTRIBUTES =
      "isSymbolicLink,isDirectory,fileKey,lastModifiedTime,size";

  /** Linux counts in steps of at most 10 ms, and reads a clock that is a step behind. */
  private static final Duration FINE = Duration.ofMillis(50);

  /** Some file systems count in steps of 1 or 2 seconds. */
  private static final Duration COARSE = Duration.ofSeconds(2);

  /**
   * A link, a file or a folder.
   *
   * @param key the device and inode
   * @param modified can be set by programs
   * @param changed the time of the last change of any kind; {@code modified} if the system has none
   */
  record Entry(Path path, String key, FileTime modified, FileTime changed, long size) {}

  /** Looks at a path, at which there may be nothing. */
  public static FileLook at(Path path) {
    try {
      List<Entry> entries = new ArrayList<>();
      entries.add(follow(path.toAbsolutePath(), entries));
      return new FileLook(List.copyOf(entries));
    } catch (IOException e) {
      return NOTHING;
    }
  }

  /** Adds the links of a path, and returns what it leads to. */
  private static Entry follow(Path path, List<Entry> links) throws IOException {
    Entry last = entry(path.getRoot(), attributes(path.getRoot()));
    for (Path name : path) {
      Path next = last.path().resolve(name).normalize();
      Map<String, Object> found = attributes(next);
      last = entry(next, found);
      if (found.get("isSymbolicLink").equals(true)) {
        links.add(last);
        if (links.size() > MOST_LINKS) {
          throw new FileSystemLoopException(next.toString());
        }
        last = follow(next.resolveSibling(Files.readSymbolicLink(next)), links);
      }
    }
    return last;
  }

  private static Map<String, Object> attributes(Path path) throws IOException {
    boolean unix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
    return Files.readAttributes(
        path, unix ? "unix:ctime," + ATTRIBUTES : ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
  }

  /** A folder's own times and size don't count: they change with files that aren't looked at. */
  private static Entry entry(Path path, Map<String, Object> found) {
    String key = String.valueOf(found.get("fileKey"));
    if (found.get("isDirectory").equals(true)) {
      FileTime none = FileTime.fromMillis(0);
      return new Entry(path, key, none, none, 0);
    }
    FileTime modified = (FileTime) found.get("lastModifiedTime");
    FileTime changed = (FileTime) found.getOrDefault("ctime", modified);
    return new Entry(path, key, modified, changed, (long) found.get("size"));
  }

  boolean isNothing() {
    return entries.isEmpty();
  }

  /** Returns the path without links; there must be something. */
  Path real() {
    return entries.get(entries.size() - 1).path();
  }

  @Override
  public boolean isRecent(Instant now) {
    return entries.stream().anyMatch(entry -> isRecent(entry.changed().toInstant(), now));
  }

  private static boolean isRecent(Instant changed, Instant now) {
    Duration step = changed.getNano() == 0 ? COARSE : FINE;
    return Duration.between(changed, now).abs().compareTo(step) < 0;
  }
}
