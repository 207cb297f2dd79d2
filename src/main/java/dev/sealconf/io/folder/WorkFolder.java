package dev.sealconf.io.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * A private folder next to a file, in which this process prepares the file's new content. Other
 * users can't enter it, even if it is inside a folder of theirs, so the content's owner and mode
 * can be set before anyone else can reach it.
 */
public final class WorkFolder {
  /** The only file name in the folder. */
  public static final Path CONTENT = Path.of("content");

  private final OpenFolder parent;
  private final Path name;
  private final OpenFolder opened;
  private final boolean exclusive;
  private volatile boolean moved;

  private WorkFolder(OpenFolder parent, Path name, OpenFolder opened, boolean exclusive) {
    this.parent = parent;
    this.name = name;
    this.opened = opened;
    this.exclusive = exclusive;
  }

  /**
   * Creates a work folder.
   *
   * @param parent the folder to create it in
   * @param path the path of {@code parent}
   * @param me the user id of this process; empty on a system without user ids
   */
  public static WorkFolder make(OpenFolder parent, Path path, Path name, Optional<Integer> me)
      throws IOException {
    Path made = Files.createDirectory(path.resolve(name), forOwner(path));
    try {
      OpenFolder opened = parent.inside(name);
      return new WorkFolder(parent, name, opened, isExclusive(made, opened, me));
    } catch (IOException e) {
      parent.deleteFolder(name);
      throw e;
    }
  }

  static FileAttribute<?>[] forOwner(Path path) {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };
  }

  private static boolean isExclusive(Path path, OpenFolder opened, Optional<Integer> me)
      throws IOException {
    if (me.isEmpty() || !path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return false;
    }
    Map<String, Object> found =
        Files.readAttributes(path, "unix:uid,mode,fileKey", LinkOption.NOFOLLOW_LINKS);
    return found.get("fileKey").equals(opened.identity())
        && found.get("uid").equals(me.get())
        && ((Integer) found.get("mode") & 077) == 0;
  }

  /**
   * Creates the content, empty. Its mode is 0600 if {@code ownerOnly}, otherwise 0666 minus the
   * umask.
   */
  public FileChannel create(boolean ownerOnly) throws IOException {
    return opened.create(CONTENT, ownerOnly);
  }

  /**
   * Returns whether it is certain that only this user can enter. It isn't on file systems that
   * don't record owners, or that report another owner than this process's user.
   */
  public boolean isExclusive() {
    return exclusive;
  }

  /** Returns the content's owner, group and mode, or null on a system without them. */
  public PosixFileAttributeView attributes() {
    return opened.attributes(CONTENT);
  }

  /** Moves the content to a file name in the parent folder, atomically. */
  public void move(Path target) throws IOException {
    opened.move(CONTENT, parent, target);
    moved = true;
  }

  /** Removes the folder and its content, if they exist. */
  public void remove() throws IOException {
    if (!moved) {
      opened.delete(CONTENT);
    }
    parent.deleteFolder(name);
  }

  /** Removes the folder of a process that was killed. */
  public static void removeLeftover(OpenFolder parent, Path name) throws IOException {
    try (OpenFolder left = parent.inside(name)) {
      left.delete(CONTENT);
    }
    parent.deleteFolder(name);
  }

  /** Closes the folder. Call this after removing it. */
  public void close() throws IOException {
    opened.close();
  }
}
