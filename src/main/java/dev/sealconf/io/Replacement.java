package dev.sealconf.io;

import dev.sealconf.error.ExitCode;
import dev.sealconf.error.SealconfException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;

/**
 * New content on its way to a file: a hidden file beside the target, which either takes the
 * target's name as a whole or disappears.
 */
final class Replacement implements AutoCloseable {
  private static final Duration STALE = Duration.ofHours(1);
  private static final int RANDOM_BYTES = 12;
  private static final int LONGEST_NAME = 64;
  private static final String SUFFIX = ".tmp";
  private static final Set<OpenOption> OPTIONS =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private final World world;
  private final Path target;
  private final Path temporary;
  private final FileChannel channel;
  private final Thread cleanUp = new Thread(this::discard);

  /**
   * Creates the hidden file, empty.
   *
   * @param ownerOnly whether it is born with mode 0600; else 0666 less the umask
   */
  Replacement(World world, Path target, boolean ownerOnly) {
    this.world = world;
    this.target = target;
    removeStale();
    String random = HexFormat.of().formatHex(world.entropy().bytes(RANDOM_BYTES));
    this.temporary = target.resolveSibling(prefix() + random + SUFFIX);
    try {
      Runtime.getRuntime().addShutdownHook(cleanUp);
      this.channel = FileChannel.open(temporary, OPTIONS, birthMode(ownerOnly));
    } catch (IOException e) {
      forgetCleanUp();
      throw failure(e);
    } catch (IllegalStateException e) {
      throw new SealconfException(
          ExitCode.COULD_NOT_WRITE_OUTPUT, "stopped before " + shown() + " was written");
    }
  }

  private FileAttribute<?>[] birthMode(boolean ownerOnly) {
    if (!ownerOnly || !FileState.unix(target)) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }

  /** Writes all the bytes. */
  void fill(byte[] bytes) {
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Takes over owner and group, as far as the system permits, and the mode if {@code mode}. */
  void inherit(FileState old, boolean mode) {
    old.access().ifPresent(access -> inherit(access, mode));
  }

  private void inherit(FileState.Access access, boolean mode) {
    try {
      FileState.Access own = FileState.of(temporary).access().orElseThrow();
      if (own.owner() != access.owner() || own.group() != access.group()) {
        giveTo(access);
      }
      if (mode && own.mode() != access.mode()) {
        Files.setAttribute(temporary, "unix:mode", access.mode());
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void giveTo(FileState.Access access) {
    try {
      Files.setAttribute(temporary, "unix:gid", access.group());
      Files.setAttribute(temporary, "unix:uid", access.owner());
    } catch (IOException e) {
      world.warn(shown() + " belongs to you now: its owner and group could not be kept");
    }
  }

  /** Flushes the hidden file to the device. */
  void flush() {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * Gives the hidden file the target's name.
   *
   * @throws SealconfException if that failed, or if it is not certain that it survives a power cut
   */
  void move() {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failure(e);
    }
    try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (AccessDeniedException e) {
      // Windows opens no folders, and a folder may be writable but not readable.
    } catch (IOException e) {
      throw WriteFailure.explain(
          shown() + " was written, but the device did not confirm that it will last", e);
    }
  }

  /** Removes the hidden file unless it was moved. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // What mattered was flushed before.
    }
    discard();
    forgetCleanUp();
  }

  private void discard() {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      world.warn("could not remove " + world.shown(temporary) + "; remove it by hand");
    }
  }

  private void forgetCleanUp() {
    try {
      Runtime.getRuntime().removeShutdownHook(cleanUp);
    } catch (IllegalStateException e) {
      // It is running already.
    }
  }

  /** Removes what runs that were killed have left for this target. */
  private void removeStale() {
    String prefix = prefix();
    int length = prefix.length() + 2 * RANDOM_BYTES + SUFFIX.length();
    Instant limit = world.clock().instant().minus(STALE);
    DirectoryStream.Filter<Path> ours =
        file -> {
          String name = file.getFileName().toString();
          return name.length() == length && name.startsWith(prefix) && name.endsWith(SUFFIX);
        };
    try (DirectoryStream<Path> left = Files.newDirectoryStream(target.getParent(), ours)) {
      for (Path file : left) {
        if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
            .toInstant()
            .isBefore(limit)) {
          Files.delete(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Somebody else may have removed it; what can't be written will show in a moment.
    }
  }

  private String prefix() {
    String name = target.getFileName().toString();
    int end = Math.min(name.length(), LONGEST_NAME);
    if (end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return "." + name.substring(0, end) + ".";
  }

  private String shown() {
    return world.shown(target);
  }

  private SealconfException failure(IOException e) {
    return WriteFailure.explain("can't write " + shown(), e);
  }
}
