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
 * A folder that was opened: what is done with the names in it happens in this very folder, also if
 * its path leads to another one in the meantime. No name is followed if it is a link. May be used
 * from several threads. Names are relative, of one part.
 */
public interface OpenFolder extends AutoCloseable {

  /**
   * Opens a folder. Where the system can't work relative to an open folder (Windows), or does not
   * let this user read it, it works by paths.
   */
  static OpenFolder open(Path folder) throws IOException {
    try {
      DirectoryStream<Path> stream = Files.newDirectoryStream(folder);
      if (stream instanceof SecureDirectoryStream<Path> secure) {
        return new SecureFolder(secure);
      }
      stream.close();
    } catch (AccessDeniedException e) {
      // It may still be written to.
    }
    return new PathFolder(folder);
  }

  /**
   * Creates a file that was not there.
   *
   * @param ownerOnly whether its mode is 0600 from the first moment; else 0666 less the umask
   */
  FileChannel create(Path name, boolean ownerOnly) throws IOException;

  /** Opens a folder in it. */
  OpenFolder inside(Path name) throws IOException;

  /** Moves a file of this folder over that name in another one, in one step. */
  void move(Path name, OpenFolder to, Path target) throws IOException;

  /** Deletes a file, if it is there. */
  void delete(Path name) throws IOException;

  /** Deletes an empty folder, if it is there. */
  void deleteFolder(Path name) throws IOException;

  /** Owner, group and mode of a file in it; null on a system without them. */
  PosixFileAttributeView attributes(Path name);

  /** What tells the folder itself from all others; null on a system without such a thing. */
  Object identity() throws IOException;

  /** What tells a file in it from all others; null if it is not there, or has no such thing. */
  Object identity(Path name) throws IOException;

  @Override
  void close() throws IOException;
}
