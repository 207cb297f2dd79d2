package dev.sealconf.io.file;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Reads files, and replaces them as a whole or not at all: lock, write next to the target, flush,
 * rename ({@code docs/security.md §durability}).
 */
public final class SafeFile {

  /** The size of the largest file that is read, in bytes. The formats have lower limits. */
  public static final int MAX_BYTES = 256 << 20;

  /** The kind of content to write. */
  public enum Content {
    /**
     * Encrypted: keeps the mode and owner of the file it replaces; a new file gets 0666 minus the
     * umask.
     */
    SEALED,
    /** Plaintext: only its owner can read it, with mode 0600 from the start. */
    PLAIN
  }

  /** A file as it was read. The {@code state} is null if there was no file. */
  private record Snapshot(FileState state, byte[] bytes) {
    static final Snapshot NOTHING = new Snapshot(null, null);
  }

  private static final int OWNER_ONLY = 0600;
  private static final int MOST = MAX_BYTES + 1;

  private final World world;
  private final Leftovers leftovers = new Leftovers();

  /** Reads and replaces files in this world. */
  public SafeFile(World world) {
    this.world = world;
  }

  /**
   * Returns the bytes of a file or a pipe.
   *
   * @throws SealconfException a {@code FileFailure} with a hint
   */
  public byte[] read(Path file) {
    try {
      return bounded(
          file,
          PipeContents.isStandardInput(file)
              ? world.in().readNBytes(MOST)
              : FileBytes.read(file, MOST));
    } catch (FileNotFoundException | FileSystemException e) {
      throw Target.notReadable(world, file).from(e);
    } catch (IOException e) {
      throw Target.unreadable("the device failed to read " + world.shown(file)).from(e);
    }
  }

  private byte[] bounded(Path file, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw Target.unreadable(world.shown(file) + " is larger than " + (MAX_BYTES >> 20) + " MiB");
    }
    return bytes;
  }

  /**
   * Replaces a file with the result of {@code change}, while no other run of this program can
   * change it. Leaves the file alone if the result is the same or {@code change} throws. Keeps a
   * symbolic link and replaces the file it points to.
   *
   * @param change must not modify the array it receives
   * @return whether the file was replaced
   * @throws SealconfException an {@code OutputFailure.NotWritten} if the file can't be written or
   *     was changed by another program, or a {@code FileFailure} if it can't be read or isn't a
   *     regular file
   */
  public boolean update(Path file, Content content, UnaryOperator<byte[]> change) {
    Path target = Target.existing(world, file);
    return PathLock.holding(
        world,
        target,
        () -> {
          Snapshot before = snapshot(target);
          if (before.state == null) {
            throw Target.notReadable(world, file);
          }
          return replace(target, content, before, change.apply(before.bytes));
        });
  }

  /**
   * Creates or replaces a file, unless it already has these bytes. Writes directly to anything that
   * isn't a regular file, such as {@code /dev/stdout} or a pipe.
   *
   * @throws SealconfException an {@code OutputFailure.NotWritten} if it can't be written or was
   *     changed by another program
   */
  public void write(Path file, Content content, byte[] bytes) {
    if (Target.isStream(file)) {
      Target.pour(world, file, bytes);
      return;
    }
    Path target = Target.destination(world, file);
    PathLock.holding(world, target, () -> replace(target, content, snapshot(target), bytes));
  }

  /**
   * Creates a new file, as a whole or not at all.
   *
   * @return false, without doing anything, if the name is taken
   * @throws SealconfException an {@code OutputFailure.NotWritten} if it can't be written
   */
  public boolean create(Path file, Content content, byte[] bytes) {
    Path target = Target.destination(world, file);
    return PathLock.holding(
        world,
        target,
        () -> snapshot(target).state == null && replace(target, content, Snapshot.NOTHING, bytes));
  }

  /**
   * Removes a file if it exists.
   *
   * @throws SealconfException an {@code OutputFailure.NotWritten} if it can't be removed
   */
  public void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new OutputFailure.NotWritten("can't remove " + world.shown(file)).from(e);
    }
  }

  private boolean replace(Path target, Content content, Snapshot before, byte[] after) {
    if (Arrays.equals(before.bytes, after) && fits(before.state, content)) {
      return false;
    }
    FileState old = before.state;
    if (old != null) {
      checkReplaceable(target, old);
    }
    boolean ownerOnly = content == Content.PLAIN || old != null;
    try (Replacement replacement = new Replacement(world, target, ownerOnly, leftovers)) {
      replacement.fill(after);
      if (old != null) {
        replacement.inherit(old, content == Content.SEALED);
      }
      replacement.flush();
      checkUnchanged(target, before);
      replacement.move(old);
    }
    return true;
  }

  private static boolean fits(FileState state, Content content) {
    return content == Content.SEALED
        || state.access().map(access -> access.mode() == OWNER_ONLY).orElse(true);
  }

  private void checkReplaceable(Path target, FileState old) {
    if (!Files.isWritable(target)) {
      throw new OutputFailure.NotWritten(world.shown(target) + " is read-only")
          .hint("make it writable, or write to another file with --output");
    }
    if (old.links() > 1) {
      world
          .tell()
          .warn(world.shown(target) + " has hard links: the other names keep the old content");
    }
  }

  private void checkUnchanged(Path target, Snapshot before) {
    Snapshot now;
    try {
      now = look(target);
    } catch (IOException e) {
      throw Replacement.changed(world, target).from(e);
    }
    boolean same =
        before.state == null
            ? now.state == null
            : before.state.equals(now.state) && Arrays.equals(before.bytes, now.bytes);
    if (!same) {
      throw Replacement.changed(world, target);
    }
  }

  private Snapshot snapshot(Path target) {
    try {
      return look(target);
    } catch (IOException e) {
      throw Target.notReadable(world, target).from(e);
    }
  }

  private Snapshot look(Path target) throws IOException {
    return Files.exists(target, LinkOption.NOFOLLOW_LINKS)
        ? new Snapshot(FileState.of(target), bounded(target, FileBytes.readItself(target, MOST)))
        : Snapshot.NOTHING;
  }
}
