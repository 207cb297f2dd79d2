package dev.sealconf.exec.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells when files have changed, by looking at them from time to time: that works on every file
 * system, and also when an editor or Kubernetes puts another file or link in their place.
 */
final class WatchedFiles {
  private final List<Path> files;
  private List<State> known;
  private List<State> latest;

  /** What a file is at one time; {@code key} is its inode, {@code -1} the size of none. */
  private record State(Object key, FileTime modified, long size) {
    static final State NONE = new State("", FileTime.fromMillis(0), -1);
  }

  WatchedFiles(List<Path> files) {
    this.files = List.copyOf(files);
    this.known = look();
    this.latest = known;
  }

  /**
   * Whether they are all there, are others than at the last change, and have stayed the same since
   * this was last asked: so they are not being written.
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
