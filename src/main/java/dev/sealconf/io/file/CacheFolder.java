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

  /** Returns {@code length} bytes of a file, or empty if the file can't be read or is too short. */
  public Optional<byte[]> read(String name, long from, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    Set<OpenOption> options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try (FileChannel channel = FileChannel.open(folder.resolve(name), options)) {
      while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
        continue;
      }
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    return bytes.hasRemaining() ? Optional.empty() : Optional.of(bytes.array());
  }

  /** Returns a file to append to, which is created with the first bytes. */
  public Log log(String name) {
    return new Log(name);
  }

  /** A file that this process appends to. For one thread. */
  public final class Log implements AutoCloseable {
    private final String name;
    private FileChannel channel;

    private Log(String name) {
      this.name = name;
    }

    /** Appends bytes in a single write, so that several processes may append to the file. */
    public void append(byte[] bytes) {
      try {
        if (channel == null) {
          channel =
              opened(
                  folder.resolve(name),
                  Set.of(
                      StandardOpenOption.CREATE,
                      StandardOpenOption.APPEND,
                      LinkOption.NOFOLLOW_LINKS));
        }
        channel.write(ByteBuffer.wrap(bytes));
      } catch (IOException e) {
        close();
      }
    }

    @Override
    public void close() {
      try {
        if (channel != null) {
          channel.close();
        }
      } catch (IOException e) {
        // What was written may be lost.
      }
      channel = null;
    }
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
    Set<OpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try (FileChannel channel = opened(folder.resolve(name), options)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
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
