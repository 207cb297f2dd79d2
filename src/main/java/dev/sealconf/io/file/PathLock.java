package dev.sealconf.io.file;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.UserFolders;
import dev.sealconf.io.World;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Locks a file against the user's other runs of this program. The lock file is outside the user's
 * folders, is named after the file's real path, and disappears with the process that holds it. It
 * doesn't stop other users and other programs; {@link SafeFile} detects their changes.
 */
final class PathLock {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LONGEST_NAP_MILLIS = 50;
  private static final Set<OpenOption> OPTIONS =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  /** System locks belong to the process, so its threads need a lock of their own. */
  private static final Set<Path> TAKEN_HERE = ConcurrentHashMap.newKeySet();

  /**
   * Channels of locks that other classes of this process hold. Closing one would release all locks
   * of the process on the file, also theirs (POSIX fcntl).
   */
  private static final Set<FileChannel> LEFT_OPEN = ConcurrentHashMap.newKeySet();

  private final Path lockFile;
  private FileChannel channel;
  private boolean heldByOthersHere;

  private PathLock(Path lockFile) {
    this.lockFile = lockFile;
  }

  /**
   * Runs {@code work} once no other process holds the lock for this file.
   *
   * @param file a real path
   * @throws SealconfException an {@code OutputFailure.NotWritten} after 20 seconds, or if there is
   *     no safe folder for locks
   */
  static <T> T holding(World world, Path file, Supplier<T> work) {
    PathLock lock = take(world, file);
    try {
      return work.get();
    } finally {
      lock.release();
    }
  }

  private static PathLock take(World world, Path file) {
    PathLock lock = new PathLock(folder(world).resolve(name(file)));
    long start = System.nanoTime();
    for (int nap = 1; !lock.attempt(); nap = Math.min(2 * nap, LONGEST_NAP_MILLIS)) {
      if (System.nanoTime() - start > PATIENCE.toNanos() || !slept(nap)) {
        lock.release();
        throw new OutputFailure.NotWritten(
                world.shown(file) + ": another sealconf process is changing it")
            .hint("run the command again when it has finished");
      }
    }
    return lock;
  }

  private boolean attempt() {
    if (channel == null) {
      if (!TAKEN_HERE.add(lockFile)) {
        return false;
      }
      try {
        channel = FileChannel.open(lockFile, OPTIONS, forOwner(lockFile));
      } catch (IOException e) {
        TAKEN_HERE.remove(lockFile);
        throw WriteFailure.explain("can't lock by " + lockFile, e);
      }
    }
    try {
      boolean locked = channel.tryLock() != null;
      heldByOthersHere = false;
      return locked;
    } catch (OverlappingFileLockException e) {
      heldByOthersHere = true;
      return false; // this process has the classes twice, and the others hold the lock
    } catch (IOException e) {
      release();
      throw WriteFailure.explain("can't lock by " + lockFile, e);
    }
  }

  private static boolean slept(int millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void release() {
    if (channel == null) {
      return;
    }
    try {
      if (heldByOthersHere) {
        LEFT_OPEN.add(channel);
      } else {
        channel.close();
      }
    } catch (IOException e) {
      // The lock is released when the process exits, at the latest.
    } finally {
      channel = null;
      TAKEN_HERE.remove(lockFile);
    }
  }

  /**
   * Hashes the path with 64-bit FNV-1a. If two files get the same name, they only wait for each
   * other.
   */
  private static String name(Path file) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : file.toString().getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return Long.toHexString(hash) + ".lock";
  }

  private static Path folder(World world) {
    return UserFolders.locks(world)
        .orElseThrow(
            () ->
                new OutputFailure.NotWritten("no folder for locks belongs to you alone")
                    .hint("set XDG_RUNTIME_DIR to a folder that belongs to you"));
  }

  private static FileAttribute<?>[] forOwner(Path path) {
    if (!FileState.unix(path)) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}
