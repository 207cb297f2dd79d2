package dev.sealconf.io.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder for cache files, which may disappear at any time. Nothing is flushed, and no failure is
 * reported. Readers must detect incomplete files themselves. Only the owner can access the folder
 * and its files. Safe for use by several processes.
 */
public final class CacheFolder {
  private static final String UNFINISHED = ".new-";

  private final Path folder;

  /** Uses the folder at this path, which need not exist. */
  public CacheFolder(Path folder) {
    this.folder = folder;
  }

  /** Returns a folder inside this one. */
  public CacheFolder inside(String name) {
    return new CacheFolder(folder.resolve(name));
  }

  /**
   * Returns the bytes of a file, or empty if it can't be read or has more than {@code most} bytes.
   */
  public Optional<byte[]> read(String name, int most) {
    try {
      byte[] bytes = FileBytes.readItself(folder.resolve(name), most + 1);
      return bytes.length > most ? Optional.empty() : Optional.of(bytes);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Creates a file unless it exists.
   *
   * @return whether this call created the file and wrote all of it
   */
  public boolean create(String name, byte[] bytes) {
    return write(name, bytes, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  /** Appends bytes to a file in a single write. */
  public void append(String name, byte[] bytes) {
    write(name, bytes, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  /** Creates a file, or replaces it as a whole. */
  public void replace(String name, byte[] bytes) {
    String unfinished = UNFINISHED + ProcessHandle.current().pid() + "-" + name;
    remove(unfinished);
    try {
      if (create(unfinished, bytes)) {
        Files.move(
            folder.resolve(unfinished), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      remove(unfinished);
    }
  }

  private boolean write(String name, byte[] bytes, Set<StandardOpenOption> how) {
    Set<OpenOption> options = new HashSet<>(how);
    options.add(LinkOption.NOFOLLOW_LINKS);
    Path file = folder.resolve(name);
    try (FileChannel channel = opened(file, options)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private FileChannel opened(Path file, Set<OpenOption> options) throws IOException {
    try {
      return FileChannel.open(file, options, mode("rw-------"));
    } catch (NoSuchFileException e) {
      Files.createDirectories(folder, mode("rwx------"));
      return FileChannel.open(file, options, mode("rw-------"));
    }
  }

  private FileAttribute<?>[] mode(String text) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }

  /** Returns the names of all files; none if the folder can't be read. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    } catch (IOException | DirectoryIteratorException e) {
      return names;
    }
    return names;
  }

  /** Returns when a file was last written, or a time long ago if that is unknown. */
  public FileTime written(String name) {
    try {
      return Files.getLastModifiedTime(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /** Removes a file or an empty folder if it exists. */
  public void remove(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      // Leave a folder with files in it, or another user's file.
    }
  }
}
