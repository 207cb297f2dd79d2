package dev.sealconf.io.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * An open folder. Operations on names in it always act on this folder, even if its path later leads
 * to another one. Links are not followed. Names are relative and have one part. Safe for use by
 * several threads.
 */
public interface OpenFolder extends AutoCloseable {

  /**
   * Opens a folder. Falls back to paths if the system can't work relative to an open folder
   * (Windows), or doesn't let this user read it.
   */
  static OpenFolder open(Path folder) throws IOException {
    try {
      DirectoryStream<Path> stream = Files.newDirectoryStream(folder);
      if (stream instanceof SecureDirectoryStream<Path> secure) {
        return new SecureFolder(secure);
      }
      stream.close();
    } catch (AccessDeniedException e) {
      // It may still be writable.
    }
    return new PathFolder(folder);
  }

  /**
   * Creates a new file.
   *
   * @param ownerOnly whether its mode is 0600 from the start; otherwise 0666 minus the umask
   */
  FileChannel create(Path name, boolean ownerOnly) throws IOException;

  /** Opens a folder inside this one. */
  OpenFolder inside(Path name) throws IOException;

  /** Moves a file from this folder to a name in another one, atomically. */
  void move(Path name, OpenFolder to, Path target) throws IOException;

  /** Deletes a file if it exists. */
  void delete(Path name) throws IOException;

  /** Deletes an empty folder if it exists. */
  void deleteFolder(Path name) throws IOException;

  /** Returns a file's owner, group and mode, or null on a system without them. */
  PosixFileAttributeView attributes(Path name);

  /** Returns an object that identifies the folder, or null if the system has none. */
  Object identity() throws IOException;

  /**
   * Returns an object that identifies a file in the folder, or null if it doesn't exist or the
   * system has none.
   */
  Object identity(Path name) throws IOException;

  @Override
  void close() throws IOException;
}
