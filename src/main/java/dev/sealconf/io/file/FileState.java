package dev.sealconf.io.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a file at one moment, without its content. Two equal states mean the same file, with
 * no writes in between.
 *
 * @param identity identifies the file, if the file system can do that
 * @param size in bytes
 * @param links the number of names that the file has
 * @param access empty on a system without POSIX modes
 */
public record FileState(
    Object identity, long size, Object modified, int links, Optional<Access> access) {

  /** The numeric owner and group, and the permission bits. */
  record Access(int owner, int group, int mode) {

    // Written by hand to start faster: a record's generated method is linked at its first call,
    // which the class archive can't store.
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

  // Written by hand to start faster, like those of Access.
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

  /** Returns the state of a regular file. Doesn't follow links. */
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

  /** Returns whether the file's system has Unix owners, modes and links. */
  public static boolean unix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("unix");
  }
}
