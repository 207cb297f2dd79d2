package dev.sealconf.io.file;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.file.FileState.Access;
import dev.sealconf.io.folder.OpenFolder;
import dev.sealconf.io.folder.WorkFolder;
import dev.sealconf.io.process.ShutdownHooks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * New content for a file. It is written in its own hidden folder next to the target, and then
 * either takes the target's name as a whole or disappears. Everything happens in the folder that
 * was opened at the start, even if its path later leads to another one.
 */
final class Replacement implements AutoCloseable {
  private static final int RANDOM_BYTES = 12;

  private final World world;
  private final Path target;
  private final Path hidden;
  private OpenFolder folder;
  private WorkFolder work;
  private FileChannel channel;
  private final Thread cleanUp = new Thread(this::discard);

  /**
   * Creates the content, empty.
   *
   * @param ownerOnly whether to create it with mode 0600; otherwise 0666 minus the umask
   * @param leftovers removes what killed runs left next to the target
   */
  Replacement(World world, Path target, boolean ownerOnly, Leftovers leftovers) {
    this.world = world;
    this.target = target;
    String random = HexFormat.of().formatHex(world.entropy().bytes(RANDOM_BYTES));
    this.hidden = Leftovers.name(target, random);
    try {
      open(ownerOnly, leftovers);
    } catch (IOException e) {
      abandon();
      throw failure(e);
    } catch (IllegalStateException e) {
      abandon();
      throw new OutputFailure.NotWritten("stopped before " + shown() + " was written");
    }
  }

  private void open(boolean ownerOnly, Leftovers leftovers) throws IOException {
    folder = OpenFolder.open(target.getParent());
    leftovers.remove(target, folder, world.clock().instant(), 2 * RANDOM_BYTES);
    work = WorkFolder.make(folder, target.getParent(), hidden, FileOwner.ofProcess());
    ShutdownHooks.add(cleanUp);
    channel = work.create(ownerOnly);
  }

  /** Writes all the bytes. */
  void fill(byte[] bytes) {
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    } catch (IOException e) {
      throw failure(e).from(e);
    }
  }

  /**
   * Copies the owner and group of {@code old} if the system permits it, and its mode if {@code
   * mode} is true.
   */
  void inherit(FileState old, boolean mode) {
    try {
      Optional<Access> wanted = old.access();
      Optional<Access> given =
          FileState.of(target.resolveSibling(hidden).resolve(WorkFolder.CONTENT)).access();
      boolean foreign =
          !wanted.map(Access::owner).equals(given.map(Access::owner))
              || !wanted.map(Access::group).equals(given.map(Access::group));
      boolean other = mode && !wanted.map(Access::mode).equals(given.map(Access::mode));
      if (!foreign && !other) {
        return;
      }
      // The states above only decide whether to check again, this time through the open folder.
      PosixFileAttributes seen = folder.attributes(target.getFileName()).readAttributes();
      requireSame(old, seen.fileKey());
      if (foreign) {
        giveTo(seen);
      }
      if (other && work.isExclusive()) {
        work.attributes().setPermissions(seen.permissions());
      }
    } catch (IOException e) {
      throw failure(e).from(e);
    }
  }

  private void giveTo(PosixFileAttributes old) {
    try {
      if (!work.isExclusive()) {
        throw new IOException("another user may have replaced its content");
      }
      work.attributes().setGroup(old.group());
      work.attributes().setOwner(old.owner());
    } catch (IOException e) {
      world.tell().warn(shown() + " belongs to you now: its owner and group could not be kept");
    }
  }

  /** Lets everyone run the content who can read it. */
  void allowToRun() {
    PosixFileAttributeView attributes = work.attributes();
    if (attributes == null) {
      return; // a system without modes
    }
    try {
      Set<PosixFilePermission> allowed = EnumSet.copyOf(attributes.readAttributes().permissions());
      for (String who : List.of("OWNER", "GROUP", "OTHERS")) {
        if (allowed.contains(PosixFilePermission.valueOf(who + "_READ"))) {
          allowed.add(PosixFilePermission.valueOf(who + "_EXECUTE"));
        }
      }
      attributes.setPermissions(allowed);
    } catch (IOException e) {
      throw failure(e).from(e);
    }
  }

  /** Flushes the content to the device. */
  void flush() {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw failure(e).from(e);
    }
  }

  /**
   * Gives the content the target's name.
   *
   * @param old the file being replaced; null if there is none
   * @throws SealconfException if that fails, if another file has taken the name, or if the device
   *     doesn't confirm that the change is permanent
   */
  void move(FileState old) {
    try {
      requireSame(old, folder.identity(target.getFileName()));
      work.move(target);
    } catch (IOException e) {
      throw failure(e).from(e);
    }
    try (FileChannel opened = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      opened.force(true);
    } catch (AccessDeniedException e) {
      // Windows doesn't open folders, and a folder may be writable but not readable.
    } catch (IOException e) {
      throw WriteFailure.explain(
              shown() + " was written, but the device did not confirm that it will last", e)
          .from(e);
    }
  }

  private void requireSame(FileState old, Object identity) {
    Object before = old == null ? null : old.identity();
    if (!FileState.unix(target) || Objects.equals(before, identity)) {
      return;
    }
    throw changed(world, target);
  }

  /** Returns the failure for a target that another program has just changed. */
  static SealconfException changed(World world, Path target) {
    return new OutputFailure.NotWritten(
            world.shown(target) + " was not written: another program has just changed it")
        .hint("run the command again");
  }

  /** Removes the content unless it has been moved. */
  @Override
  public void close() {
    abandon();
  }

  private void abandon() {
    if (work != null) {
      discard();
      forgetCleanUp();
    }
    try {
      if (channel != null) {
        channel.close();
      }
      if (work != null) {
        work.close();
      }
      if (folder != null) {
        folder.close();
      }
    } catch (IOException e) {
      // Nothing more is written through them.
    }
  }

  private void discard() {
    try {
      work.remove();
    } catch (IOException e) {
      world
          .tell()
          .warn("could not remove a hidden folder beside " + shown() + "; remove it by hand");
    }
  }

  private void forgetCleanUp() {
    try {
      ShutdownHooks.remove(cleanUp);
    } catch (IllegalStateException e) {
      // It is already running.
    }
  }

  private String shown() {
    return world.shown(target);
  }

  private SealconfException failure(IOException e) {
    return WriteFailure.explain("can't write " + shown(), e);
  }
}
