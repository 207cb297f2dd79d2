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
 * A folder of files that may be lost at any moment: it is never flushed, and no failure is
 * reported. A reader must be able to tell whether what it reads is whole. Folder and files are for
 * their owner alone. May be used by several processes at once.
 */
public final class CacheFolder {
  private static final String UNFINISHED = ".new-";

  private final Path folder;

  /** The folder at this path, which need not exist. */
  public CacheFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder in this one. */
  public CacheFolder inside(String name) {
    return new CacheFolder(folder.resolve(name));
  }

  /** The bytes of a file; empty if it can't be read or has more than {@code most} bytes. */
  public Optional<byte[]> read(String name, int most) {
    try {
      byte[] bytes = FileBytes.readItself(folder.resolve(name), most + 1);
      return bytes.length > most ? Optional.empty() : Optional.of(bytes);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Creates a file, unless it is there.
   *
   * @return whether this call created it, and wrote all of it
   */
  public boolean create(String name, byte[] bytes) {
    return write(name, bytes, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  /** Adds bytes at the end of a file, in one write. */
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

  /** The names of all files; none if the folder can't be read. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    } catch (IOException | DirectoryIteratorException e) {
      return names;
    }
    return names;
  }

  /** When a file was written last; long ago if that can't be found out. */
  public FileTime written(String name) {
    try {
      return Files.getLastModifiedTime(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /** Removes a file if it is there. */
  public void remove(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      // A folder, or a file of another user: it stays.
    }
  }
}
