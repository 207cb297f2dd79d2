package dev.sealconf.exec.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Notices that files have changed by checking them at intervals. This works on every file system,
 * even when an editor or Kubernetes replaces a file or a link.
 */
final class WatchedFiles {
  private final List<Path> files;
  private List<State> known;
  private List<State> latest;

  /**
   * The state of a file at one time; {@code key} is its inode, and size {@code -1} means that there
   * is no file.
   */
  private record State(Object key, FileTime modified, long size) {
    static final State NONE = new State("", FileTime.fromMillis(0), -1);
  }

  WatchedFiles(List<Path> files) {
    this.files = List.copyOf(files);
    this.known = look();
    this.latest = known;
  }

  /**
   * Returns whether all files exist, differ from the last change, and have been the same in two
   * calls in a row. A file that is still being written doesn't count as changed.
   */
  boolean haveChanged() {
    List<State> before = latest;
    latest = look();
    boolean settled = latest.equals(before) && !latest.contains(State.NONE);
    if (!settled || latest.equals(known)) {
      return false;
    }
    known = latest;
    return true;
  }

  private List<State> look() {
    List<State> states = new ArrayList<>();
    for (Path file : files) {
      states.add(state(file));
    }
    return states;
  }

  private static State state(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new State(String.valueOf(found.fileKey()), found.lastModifiedTime(), found.size());
    } catch (IOException e) {
      return State.NONE;
    }
  }
}
