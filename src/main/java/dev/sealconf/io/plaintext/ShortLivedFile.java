package dev.sealconf.io.plaintext;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.process.ShutdownHooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A file that is wiped when this object is closed, or when the process ends because of INT, TERM,
 * HUP or an error. After KILL the file stays.
 */
public final class ShortLivedFile implements AutoCloseable {
  private final World world;
  private final Path file;
  private final Thread atEnd = new Thread(this::wipe, "short-lived file");

  private ShortLivedFile(World world, Path file) {
    this.world = world;
    this.file = file;
  }

  /**
   * Registers a file that is about to be written.
   *
   * @param file absolute
   * @throws SealconfException if the file already exists, because it would be wiped in the end
   */
  public static ShortLivedFile at(World world, Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new Refusal(world.shown(file) + " exists, and would be removed in the end")
          .hint("choose a name that no file has");
    }
    ShortLivedFile shortLived = new ShortLivedFile(world, file);
    try {
      ShutdownHooks.add(shortLived.atEnd);
    } catch (IllegalStateException e) {
      throw new OutputFailure.NotWritten("stopped before writing plaintext").from(e);
    }
    return shortLived;
  }

  /** Waits this long before the file is wiped. Interrupting the thread ends the wait. */
  public void keep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void wipe() {
    try {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        Wiping.file(file);
      }
    } catch (IOException e) {
      world.tell().warn("could not wipe " + world.shown(file) + "; remove it by hand");
    }
  }

  @Override
  public void close() {
    wipe();
    try {
      ShutdownHooks.remove(atEnd);
    } catch (IllegalStateException e) {
      // The process is already ending, and its hook has wiped the file.
    }
  }
}
