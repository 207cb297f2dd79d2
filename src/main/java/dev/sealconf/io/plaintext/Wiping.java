package dev.sealconf.io.plaintext;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Overwrites files with zeros, truncates, syncs and removes them. Doesn't follow links: removes the
 * link itself. Removes pipes and sockets without opening them.
 */
public final class Wiping {
  private static final int CHUNK = 64 << 10;

  /**
   * The most that is overwritten, in bytes. The rest is only truncated, because a sparse file can
   * claim any size.
   */
  private static final long MOST_OVERWRITTEN = 256L << 20;

  private Wiping() {}

  /**
   * Wipes everything in a private folder of this user. If one file can't be wiped, continues with
   * the others.
   *
   * @param kept the one name that stays
   * @throws IOException if something can't be removed
   */
  static void contents(Path folder, Path kept) throws IOException {
    IOException failure = null;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path entry : all) {
        if (!entry.getFileName().equals(kept)) {
          try {
            entry(entry);
          } catch (IOException e) {
            failure = e;
          }
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static void entry(Path entry) throws IOException {
    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      contents(entry, Path.of(""));
      Files.deleteIfExists(entry);
    } else {
      file(entry);
    }
  }

  /**
   * Wipes a file. Removes a link, a pipe or a socket without opening it.
   *
   * @throws IOException if it can't be overwritten or removed
   */
  public static void file(Path file) throws IOException {
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        overwrite(file);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void overwrite(Path file) throws IOException {
    try (FileChannel channel = opened(file)) {
      long size = Math.min(channel.size(), MOST_OVERWRITTEN);
      for (long at = 0; at < size; ) {
        at += channel.write(ByteBuffer.allocate((int) Math.min(CHUNK, size - at)), at);
      }
      channel.force(true);
      channel.truncate(0);
      channel.force(true);
    }
  }

  private static FileChannel opened(Path file) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try {
      return FileChannel.open(file, options);
    } catch (AccessDeniedException e) { // another program made it read-only
      if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        throw e;
      }
      Files.setPosixFilePermissions(file, Set.of(PosixFilePermission.OWNER_WRITE));
      return FileChannel.open(file, options);
    }
  }
}
