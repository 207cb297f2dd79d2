package dev.sealconf.io.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;

/**
 * What a file was when it was looked at, its content apart: two equal states are the same file that
 * wasn't written to in between.
 *
 * @param identity what tells the file from all others, as far as the file system has such a thing
 * @param size in bytes
 * @param links names that the file has
 * @param access empty on a system without POSIX modes
 */
public record FileState(
    Object identity, long size, Object modified, int links, Optional<Access> access) {

  /** Numeric owner and group, and the permission bits. */
  record Access(int owner, int group, int mode) {

    // A record's own equals is linked when it is first called, which the archive of classes can't
    // hold: written out, it makes a small set faster.
    @Override
    public boolean equals(Object other) {
      return other instanceof Access access
          && access.owner == owner
          && access.group == group
          && access.mode == mode;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * owner + group) + mode;
    }
  }

  // Written out for a fast start, as those of Access.
  @Override
  public boolean equals(Object other) {
    return other instanceof FileState state
        && state.identity.equals(identity)
        && state.size == size
        && state.modified.equals(modified)
        && state.links == links
        && state.access.equals(access);
  }

  @Override
  public int hashCode() {
    return 31 * identity.hashCode() + modified.hashCode();
  }

  private static final int PERMISSION_BITS = 0777;
  private static final String UNIX_ATTRIBUTES =
      "unix:fileKey,nlink,uid,gid,mode,size,lastModifiedTime";

  /** The state of a regular file; links are not followed. */
  public static FileState of(Path file) throws IOException {
    if (!unix(file)) {
      BasicFileAttributes basic =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Object key = basic.fileKey() == null ? "" : basic.fileKey();
      return new FileState(key, basic.size(), basic.lastModifiedTime(), 1, Optional.empty());
    }
    Map<String, Object> unix =
        Files.readAttributes(file, UNIX_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    int mode = (Integer) unix.get("mode") & PERMISSION_BITS;
    return new FileState(
        unix.get("fileKey"),
        (Long) unix.get("size"),
        unix.get("lastModifiedTime"),
        (Integer) unix.get("nlink"),
        Optional.of(new Access((Integer) unix.get("uid"), (Integer) unix.get("gid"), mode)));
  }

  /** Whether the file's system has owners, modes and links in the way of Unix. */
  public static boolean unix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("unix");
  }
}
