package dev.sealconf.exec.program;

import dev.sealconf.error.MachineFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Notices that the content of files has changed by checking them at intervals. This works on every
 * file system, even when an editor or Kubernetes replaces a file or a link.
 */
final class WatchedFiles {
  private final List<Path> files;
  private List<State> known;
  private List<State> latest;
  private List<String> content;

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
    this.content = content();
  }

  /**
   * Returns whether all files exist, have other content than at the last change, and have been the
   * same in two calls in a row. A file that is still being written doesn't count as changed.
   */
  boolean haveChanged() {
    List<State> before = latest;
    latest = look();
    boolean settled = latest.equals(before) && !latest.contains(State.NONE);
    if (!settled || latest.equals(known)) {
      return false;
    }
    known = latest;
    List<String> contentBefore = content;
    content = content();
    return !content.equals(contentBefore);
  }

  private List<State> look() {
    List<State> states = new ArrayList<>();
    for (Path file : files) {
      states.add(state(file));
    }
    return states;
  }

  /** Returns a digest of each file. The files are encrypted, so a digest reveals nothing. */
  private List<String> content() {
    List<String> digests = new ArrayList<>();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        digests.add(HexFormat.of().formatHex(digest.digest()));
      } catch (IOException e) {
        digests.add("");
      } catch (NoSuchAlgorithmException e) {
        throw new MachineFailure("this Java has no SHA-256").from(e);
      }
    }
    return digests;
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
