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
 * Overwrites files with zeros, truncates, syncs and removes them. No link is followed: the link
 * itself is removed. Pipes and sockets are removed without being opened.
 */
public final class Wiping {
  private static final int CHUNK = 64 << 10;

  /** More is truncated without being overwritten: a file with holes may claim any size. */
  private static final long MOST_OVERWRITTEN = 256L << 20;

  private Wiping() {}

  /**
   * Wipes all that is in a folder of this user that no other user can enter. A file that can't be
   * wiped doesn't save the others.
   *
   * @param kept the one name that stays
   * @throws IOException if something could not be removed
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
   * Wipes a file; removes a link, a pipe or a socket.
   *
   * @throws IOException if it could not be overwritten, or not removed
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
    } catch (AccessDeniedException e) { // a program made it read-only
      if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        throw e;
      }
      Files.setPosixFilePermissions(file, Set.of(PosixFilePermission.OWNER_WRITE));
      return FileChannel.open(file, options);
    }
  }
}
