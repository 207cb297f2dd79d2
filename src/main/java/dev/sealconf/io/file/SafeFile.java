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
 * Reads files, and replaces them whole or not at all: locked, written beside the target, flushed,
 * renamed ({@code docs/security.md §durability}).
 */
public final class SafeFile {

  /** Bytes of the largest file that is read; the formats have lower limits of their own. */
  public static final int MAX_BYTES = 256 << 20;

  /** What the new content is. */
  public enum Content {
    /**
     * Sealed: mode and owner of the file it replaces are kept, 0666 less the umask for a new one.
     */
    SEALED,
    /** Plain: readable by its owner only, 0600 from its creation. */
    PLAIN
  }

  /** A file as it was read; a {@code state} of null says that there was none. */
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
   * The bytes of a file or a pipe.
   *
   * @throws SealconfException with 2 (100 if it does not exist) and a hint
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
   * Replaces a file by what {@code change} makes of its bytes, while no other process of ours
   * changes it. The file is left alone if the bytes are equal, and if {@code change} throws. A
   * symbolic link stays: what it points to is replaced.
   *
   * @param change must leave the array that it gets as it is
   * @return whether the file was replaced
   * @throws SealconfException with 3 if it can't be written, or changed in the meantime; with 2 or
   *     100 if it can't be read or is not a regular file
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
   * Creates a file or replaces it; equal bytes leave it alone. What is no regular file, such as
   * {@code /dev/stdout} or a pipe, is written to.
   *
   * @throws SealconfException with 3 if it can't be written, or changed in the meantime
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
   * Creates a file that is not there, whole or not at all.
   *
   * @return false, and nothing was done, if something of this name is there already
   * @throws SealconfException with 3 if it can't be written
   */
  public boolean create(Path file, Content content, byte[] bytes) {
    Path target = Target.destination(world, file);
    return PathLock.holding(
        world,
        target,
        () -> snapshot(target).state == null && replace(target, content, Snapshot.NOTHING, bytes));
  }

  /**
   * Removes a file, if it is there.
   *
   * @throws SealconfException with 3 if it can't be removed
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
