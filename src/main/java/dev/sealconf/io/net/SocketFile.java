package dev.sealconf.io.net;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.file.FileOwner;
import dev.sealconf.io.file.FileState;
import dev.sealconf.io.folder.LockFolder;
import dev.sealconf.io.process.ShutdownHooks;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A Unix socket that this process listens on. Only its owner can connect, from the first moment: it
 * is created in a folder that no other user can enter, then moved to its place. Closing removes it,
 * and so does the end of the process unless it is killed.
 */
public final class SocketFile implements AutoCloseable {
  private static final int TYPE_BITS = 0170000;
  private static final int SOCKET = 0140000;

  private final Path file;
  private final ServerSocketChannel channel;
  private final Object identity;
  private final Thread remover = new Thread(this::remove);

  private SocketFile(Path file, ServerSocketChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.identity = FileState.of(file).identity();
  }

  /**
   * Creates the socket and listens. Replaces a socket that no server listens on any more.
   *
   * @param file an absolute path in an existing folder
   * @throws SealconfException a {@code MachineFailure} if something else has this name, or the
   *     socket can't be created
   */
  public static SocketFile listen(World world, Path file) {
    requireFirmFolder(world, file);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      clear(world, file);
    }
    try {
      SocketFile socket = new SocketFile(file, bound(file));
      ShutdownHooks.add(socket.remover);
      return socket;
    } catch (IOException | UnsupportedOperationException e) {
      throw new MachineFailure("can't make the socket " + world.shown(file))
          .hint(
              "its folder has to exist and be yours, and its path has to be shorter than 80"
                  + " characters")
          .from(e);
    }
  }

  /**
   * Refuses a folder in which another user could rename this process's files before they are
   * protected.
   */
  private static void requireFirmFolder(World world, Path file) {
    Optional<Integer> me = FileOwner.ofProcess();
    Path folder = file.getParent();
    if (me.isPresent() && !LockFolder.isFirm(folder, me.get())) {
      throw new MachineFailure(world.shown(folder) + " is not a safe folder for a socket")
          .hint("choose a folder that belongs to you, or that is shared and sticky as /tmp is");
    }
  }

  /** Returns the channel that accepts connections. It blocks. */
  public ServerSocketChannel channel() {
    return channel;
  }

  /** Returns the socket's path. */
  public Path file() {
    return file;
  }

  @Override
  public void close() {
    try {
      ShutdownHooks.remove(remover);
    } catch (IllegalStateException e) {
      // The process is exiting, and the hook is running.
    }
    remove();
  }

  private void remove() {
    try {
      channel.close();
      if (FileState.of(file).identity().equals(identity)) {
        Files.delete(file);
      }
    } catch (IOException e) {
      // If it is gone or was replaced, it isn't ours to remove.
    }
  }

  private static void clear(World world, Path file) {
    String shown = world.shown(file);
    try {
      if (!isSocket(file)) {
        throw new MachineFailure(shown + " exists already and is not a socket")
            .hint("choose another path");
      }
      if (isForeign(file)) {
        throw new MachineFailure(shown + " belongs to another user").hint("choose another path");
      }
      if (answers(file)) {
        throw new MachineFailure("another program is listening at " + shown)
            .hint("stop it, or choose another path");
      }
      Files.delete(file);
    } catch (IOException e) {
      throw new MachineFailure("can't replace the socket " + shown)
          .hint("choose another path")
          .from(e);
    }
  }

  private static boolean isSocket(Path file) throws IOException {
    if (!FileState.unix(file)) {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isOther();
    }
    int mode = (Integer) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return (mode & TYPE_BITS) == SOCKET;
  }

  private static boolean isForeign(Path file) throws IOException {
    Optional<Integer> me = FileOwner.ofProcess();
    return me.isPresent()
        && !me.get().equals(Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS));
  }

  private static boolean answers(Path file) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static ServerSocketChannel bound(Path file) throws IOException {
    Path folder = Files.createTempDirectory(file.getParent(), ".k");
    Path made = folder.resolve("s");
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(UnixDomainSocketAddress.of(made));
      if (FileState.unix(made)) {
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
      }
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    } finally {
      Files.deleteIfExists(made);
      Files.deleteIfExists(folder);
    }
  }
}
