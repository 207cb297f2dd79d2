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
 * A folder of this process, made beside a file for the new content of that file. Nobody else can
 * enter it, so that owner and mode of the content can be set before another user reaches it, also
 * in a folder of theirs.
 */
public final class WorkFolder {
  /** The only name in it. */
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
   * Makes one.
   *
   * @param parent the folder to make it in, and {@code path} where that is
   * @param me the user id of this process; empty where there is none
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

  /** Creates the content, empty; with mode 0600 if {@code ownerOnly}, else 0666 less the umask. */
  public FileChannel create(boolean ownerOnly) throws IOException {
    return opened.create(CONTENT, ownerOnly);
  }

  /**
   * Whether it is certain that only this user can enter; file systems that know no owners, or
   * another one than the process has, leave it open.
   */
  public boolean isExclusive() {
    return exclusive;
  }

  /** Owner, group and mode of the content; null on a system without them. */
  public PosixFileAttributeView attributes() {
    return opened.attributes(CONTENT);
  }

  /** Gives the content the name of a file in the folder around, in one step. */
  public void move(Path target) throws IOException {
    opened.move(CONTENT, parent, target);
    moved = true;
  }

  /** Removes the folder and the content, if they are there. */
  public void remove() throws IOException {
    if (!moved) {
      opened.delete(CONTENT);
    }
    parent.deleteFolder(name);
  }

  /** Removes a folder that a process which was killed has left. */
  public static void removeLeftover(OpenFolder parent, Path name) throws IOException {
    try (OpenFolder left = parent.inside(name)) {
      left.delete(CONTENT);
    }
    parent.deleteFolder(name);
  }

  /** Closes the folder after its removal. */
  public void close() throws IOException {
    opened.close();
  }
}
