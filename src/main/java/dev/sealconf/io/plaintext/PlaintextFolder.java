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
 * A folder for plaintext that only this user can enter: in memory where the system has a memory
 * file system, else on disk after a warning. Closing it wipes all that is in it, also what another
 * program put there. The end of the process by INT, TERM, HUP or an error closes it, too; after
 * KILL, the next {@link #open} of the same user does. May be used from several threads.
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
   * Makes one, after a {@link #sweep}: in the first of {@code $XDG_RUNTIME_DIR}, {@code
   * /run/user/UID} and {@code /dev/shm} that is a memory file system in which no other user can
   * rename what is this user's. Without one it warns, and takes {@code $TMPDIR} or {@code /tmp}.
   *
   * @throws SealconfException with 3 if none can be made
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
   * Wipes and removes the folders that killed runs of this user have left. A run that lives keeps
   * its folder, also one in another container that shares the file system.
   */
  public static void sweep(World world) {
    for (Path place : PlaintextPlaces.all(world)) {
      OwnedFolder.removeAbandoned(world, place);
    }
  }

  /** The path of the folder. */
  public Path path() {
    return owned.path();
  }

  /**
   * The path of a file in it, there or not.
   *
   * @param name relative, and leading nowhere else
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
   * Creates a file with mode 0600, and the folders above it.
   *
   * @return its path
   * @throws SealconfException with 3 if it can't be written, or is there already
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

  /** Wipes a file if it is there, and creates it with another content. */
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
   * The bytes of a file in it, which another program may have replaced in the meantime.
   *
   * @throws IOException if it is gone, is no regular file, or is larger than 256 MiB
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
   * What is done before the wiping when the process ends while the folder is open, such as to end a
   * program that still writes to it; the latest first. Not done by {@link #close}.
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

  /** Overwrites, truncates and removes all files in it, then the folder; warns if it can't. */
  @Override
  public void close() {
    wipe();
    try {
      ShutdownHooks.remove(atEnd);
    } catch (IllegalStateException e) {
      // The process is ending already, and finds the folder wiped.
    }
  }
}
