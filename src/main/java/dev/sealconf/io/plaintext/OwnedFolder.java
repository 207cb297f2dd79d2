package dev.sealconf.io.plaintext;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.file.FileOwner;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A folder with mode 0700 and a random name, whose owner holds a lock on a file in it. The system
 * releases the lock when the owner exits, so a folder that can be locked is abandoned. Unlike a
 * process id, a lock works across containers and is never reused.
 */
final class OwnedFolder {
  private static final String PREFIX = "sealconf-plain-";

  /** Added to the name until the lock is held. Until then, the folder contains nothing else. */
  private static final String UNFINISHED = ".new";

  private static final Path LOCK = Path.of(".sealconf-lock");

  /**
   * The start of the name of an empty file; the owner's process ID follows. From this name, the
   * launcher guesses whether a sweep is needed, without starting a process ({@code bin/sealconf}).
   */
  private static final String OWNER = ".owner-";

  private static final int RANDOM_BYTES = 16;
  private static final int ATTEMPTS = 5;
  private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9a-f]{32}");
  private static final Duration STALE = Duration.ofHours(1);
  private static final int OTHERS = 077;

  /**
   * The folders of this process. Opening and closing the lock file of one would release its lock.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lock;

  private OwnedFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Creates a folder in this place, or returns empty if that fails. */
  static Optional<OwnedFolder> tryMake(World world, Path place) {
    try {
      return Optional.of(made(world, place));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Creates a folder in this place.
   *
   * @throws SealconfException an {@code OutputFailure.NotWritten} if it can't be created, or if
   *     other users could take its name
   */
  static OwnedFolder make(World world, Path place) {
    if (!PlaintextPlaces.isFirm(place)) {
      throw new OutputFailure.NotWritten(
              "plaintext is not safe in " + world.shown(place) + ": other users can rename files")
          .hint("point TMPDIR to a folder of your own");
    }
    try {
      return made(world, place);
    } catch (IOException e) {
      throw new OutputFailure.NotWritten("can't create a folder in " + world.shown(place))
          .hint("point TMPDIR to a folder of your own")
          .from(e);
    }
  }

  private static OwnedFolder made(World world, Path place) throws IOException {
    for (int attempt = 1; ; attempt++) {
      String random = HexFormat.of().formatHex(world.entropy().bytes(RANDOM_BYTES));
      try {
        return locked(place, PREFIX + random);
      } catch (FileAlreadyExistsException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static OwnedFolder locked(Path place, String name) throws IOException {
    Path path = place.resolve(name);
    Path unfinished = place.resolve(name + UNFINISHED);
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(name);
    }
    Files.createDirectory(unfinished, ownerOnly(place));
    OWN.add(path);
    FileChannel lock = null;
    try {
      Set<OpenOption> options =
          Set.of(
              StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      lock = FileChannel.open(unfinished.resolve(LOCK), options);
      if (lock.tryLock() == null) {
        throw new IOException("another process holds the lock of a new folder");
      }
      Files.createFile(unfinished.resolve(OWNER + ProcessHandle.current().pid()));
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
      return new OwnedFolder(path, lock);
    } catch (IOException e) {
      if (lock != null) {
        lock.close();
      }
      OWN.remove(path);
      Files.deleteIfExists(unfinished.resolve(OWNER + ProcessHandle.current().pid()));
      Files.deleteIfExists(unfinished.resolve(LOCK));
      Files.deleteIfExists(unfinished);
      throw e;
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path place) {
    if (!place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };
  }

  Path path() {
    return path;
  }

  /** Wipes and removes the folder. Warns if that fails. */
  void remove(World world) {
    try (lock) {
      wipe(path);
    } catch (IOException e) {
      warn(world, path);
    } finally {
      OWN.remove(path);
    }
  }

  /**
   * Wipes a folder. Removes the lock last, so that a folder without a lock contains nothing else.
   */
  private static void wipe(Path folder) throws IOException {
    Wiping.contents(folder, LOCK);
    Files.deleteIfExists(folder.resolve(LOCK));
    Files.deleteIfExists(folder);
  }

  private static void warn(World world, Path folder) {
    world.tell().warn("could not wipe " + world.shown(folder) + "; remove it by hand");
  }

  /** Wipes this user's folders in a place if their owners have exited. */
  static void removeAbandoned(World world, Path place) {
    Optional<Integer> user = FileOwner.ofProcess();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(place, PREFIX + "*")) {
      for (Path folder : all) {
        if (!OWN.contains(folder)) {
          removeIfAbandoned(world, folder, user);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // If the place can't be read, it contains nothing that this user could remove.
    }
  }

  private static void removeIfAbandoned(World world, Path folder, Optional<Integer> user) {
    String name = folder.getFileName().toString();
    try {
      if (!isPrivate(folder, user)) {
        return;
      }
      if (NAME.matcher(name).matches()) {
        wipeUnlessOwned(folder);
      } else if (name.endsWith(UNFINISHED) && isOld(world, folder)) {
        wipe(folder);
      }
    } catch (NoSuchFileException e) {
      // Its owner, or another run, has already removed it.
    } catch (IOException e) {
      warn(world, folder);
    }
  }

  private static void wipeUnlessOwned(Path folder) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    Path file = folder.resolve(LOCK);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      wipe(folder);
      return;
    }
    try (FileChannel channel = FileChannel.open(file, options);
        FileLock taken = channel.tryLock()) {
      if (taken != null) {
        wipe(folder);
      }
    } catch (OverlappingFileLockException e) {
      // This process owns it.
    }
  }

  private static boolean isOld(World world, Path folder) throws IOException {
    Instant modified = Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
    return modified.isBefore(world.clock().instant().minus(STALE));
  }

  private static boolean isPrivate(Path folder, Optional<Integer> user) throws IOException {
    if (user.isEmpty()) {
      return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }
    Map<String, Object> found =
        Files.readAttributes(folder, "unix:uid,mode,isDirectory", LinkOption.NOFOLLOW_LINKS);
    return found.get("isDirectory").equals(true)
        && found.get("uid").equals(user.get())
        && ((Integer) found.get("mode") & OTHERS) == 0;
  }
}
