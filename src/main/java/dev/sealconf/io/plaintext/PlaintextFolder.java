package dev.sealconf.io.plaintext;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.io.process.ShutdownHooks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder for plaintext that only this user can enter. It is in memory if the system has a memory
 * file system; otherwise on disk, after a warning. Closing it wipes everything in it, including
 * files from other programs. It is also closed if the process ends because of INT, TERM, HUP or an
 * error. After KILL, the same user's next {@link #open} wipes it. Safe for use by several threads.
 */
public final class PlaintextFolder implements AutoCloseable {
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private final World world;
  private final OwnedFolder owned;
  private final List<Runnable> beforeEnd = new ArrayList<>();
  private final Thread atEnd = new Thread(this::end, "plaintext");
  private boolean wiped;

  private PlaintextFolder(World world, OwnedFolder owned) {
    this.world = world;
    this.owned = owned;
  }

  /**
   * Creates a folder, after a {@link #sweep}. It is in the first of {@code $XDG_RUNTIME_DIR},
   * {@code /run/user/UID} and {@code /dev/shm} that is a memory file system in which no other user
   * can rename this user's files. If there is none, it warns and uses {@code $TMPDIR} or {@code
   * /tmp}.
   *
   * @throws SealconfException an {@code OutputFailure.NotWritten} if no folder can be created
   */
  public static PlaintextFolder open(World world) {
    sweep(world);
    for (Path place : PlaintextPlaces.inMemory(world)) {
      Optional<OwnedFolder> made = OwnedFolder.tryMake(world, place);
      if (made.isPresent()) {
        return begun(world, made.get());
      }
    }
    Path disk = PlaintextPlaces.onDisk(world);
    world
        .tell()
        .warn(
            "no memory file system to use: plaintext goes to "
                + world.shown(disk)
                + ", possibly on disk, until it is wiped");
    return begun(world, OwnedFolder.make(world, disk));
  }

  private static PlaintextFolder begun(World world, OwnedFolder owned) {
    PlaintextFolder folder = new PlaintextFolder(world, owned);
    try {
      ShutdownHooks.add(folder.atEnd);
    } catch (IllegalStateException e) {
      owned.remove(world);
      throw new OutputFailure.NotWritten("stopped before writing plaintext").from(e);
    }
    return folder;
  }

  /**
   * Wipes and removes the folders that this user's killed runs left behind. A running process keeps
   * its folder, even in another container that shares the file system.
   */
  public static void sweep(World world) {
    for (Path place : PlaintextPlaces.all(world)) {
      OwnedFolder.removeAbandoned(world, place);
    }
  }

  /** Returns the folder's path. */
  public Path path() {
    return owned.path();
  }

  /**
   * Returns the path of a file in the folder, whether or not it exists.
   *
   * @param name relative, and inside the folder
   */
  public Path path(String name) {
    Path relative = Path.of(name);
    if (relative.isAbsolute() || name.isEmpty() || !relative.normalize().equals(relative)) {
      throw new IllegalArgumentException("a plain relative name is needed");
    }
    Path file = owned.path().resolve(relative);
    if (!file.normalize().startsWith(owned.path()) || file.equals(owned.path())) {
      throw new IllegalArgumentException("a name below the folder is needed");
    }
    return file;
  }

  /**
   * Creates a file with mode 0600, and its parent folders.
   *
   * @return its path
   * @throws SealconfException an {@code OutputFailure.NotWritten} if it can't be written, or
   *     already exists
   */
  public Path write(String name, byte[] bytes) {
    Path file = path(name);
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel = FileChannel.open(file, NEW, ownerOnly(file))) {
        fill(channel, bytes);
      }
      return file;
    } catch (IOException e) {
      throw new OutputFailure.NotWritten("can't write plaintext to " + world.shown(file)).from(e);
    }
  }

  /** Wipes a file if it exists, and creates it with new content. */
  public Path rewrite(String name, byte[] bytes) {
    try {
      Wiping.file(path(name));
    } catch (IOException e) {
      throw new OutputFailure.NotWritten("can't wipe " + world.shown(path(name))).from(e);
    }
    return write(name, bytes);
  }

  private static void fill(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }

  /**
   * Returns the bytes of a file in the folder, which another program may have replaced.
   *
   * @throws IOException if it is gone, isn't a regular file, or is larger than 256 MiB
   */
  public byte[] read(String name) throws IOException {
    Path file = path(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("not a regular file");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(SafeFile.MAX_BYTES + 1);
      if (bytes.length > SafeFile.MAX_BYTES) {
        throw new IOException("larger than " + (SafeFile.MAX_BYTES >> 20) + " MiB");
      }
      return bytes;
    }
  }

  /**
   * Runs {@code action} before the folder is wiped if the process ends while the folder is open,
   * for example to stop a program that still writes to it. The latest action runs first. {@link
   * #close} doesn't run them.
   */
  public synchronized void beforeEnd(Runnable action) {
    beforeEnd.add(0, action);
  }

  private void end() {
    for (Runnable action : actionsBeforeEnd()) {
      try {
        action.run();
      } catch (RuntimeException e) {
        world.tell().warn("something that uses plaintext could not be stopped");
      }
    }
    wipe();
  }

  private synchronized List<Runnable> actionsBeforeEnd() {
    return wiped ? List.of() : List.copyOf(beforeEnd);
  }

  private synchronized void wipe() {
    if (!wiped) {
      wiped = true;
      owned.remove(world);
    }
  }

  /**
   * Overwrites, truncates and removes all files in the folder, then the folder. Warns if that
   * fails.
   */
  @Override
  public void close() {
    wipe();
    try {
      ShutdownHooks.remove(atEnd);
    } catch (IllegalStateException e) {
      // The process is already ending, and its hook has wiped the folder.
    }
  }
}
