package dev.sealconf.io.plaintext;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.process.Subprocess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A named pipe that gives the same bytes to each program that reads it, one after the other. The
 * bytes are in memory alone. Each reader has a pipe of its own, which takes the name before the
 * earlier one is written to: so none gets the bytes of another.
 */
public final class NamedPipe implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int JOIN_MS = 1000;
  private static final String NEXT = ".next";

  private final World world;
  private final Path file;
  private final byte[] content;
  private final CompletableFuture<Void> read = new CompletableFuture<>();
  private final Thread writer = new Thread(this::serve, "named pipe");
  private volatile boolean closed;

  private NamedPipe(World world, Path file, byte[] content) {
    this.world = world;
    this.file = file;
    this.content = content;
  }

  /**
   * Makes a pipe of this name in a folder, and begins to serve it.
   *
   * @param content is wiped when the pipe is closed
   * @throws SealconfException if the system can't make one
   */
  public static NamedPipe open(World world, PlaintextFolder folder, String name, byte[] content) {
    NamedPipe pipe = new NamedPipe(world, folder.path(name), content);
    try {
      Files.createDirectories(pipe.file.getParent());
    } catch (IOException e) {
      throw new OutputFailure.NotWritten("can't create a folder for a named pipe").from(e);
    }
    pipe.make(pipe.file);
    pipe.make(pipe.next());
    pipe.writer.setDaemon(true);
    pipe.writer.start();
    return pipe;
  }

  private Path next() {
    return file.resolveSibling(file.getFileName() + NEXT);
  }

  private void make(Path path) {
    byte[] out =
        new Subprocess(world, PATIENCE)
            .output(List.of("mkfifo", "-m", "600", path.toString()), Map.of());
    Arrays.fill(out, (byte) 0);
  }

  /** Its path. */
  public Path path() {
    return file;
  }

  /** Done when a program has read all of it. */
  public CompletableFuture<?> firstRead() {
    return read;
  }

  private void serve() {
    while (!closed) {
      try {
        if (serveOne()) {
          read.complete(null);
          make(next());
        }
      } catch (IOException e) {
        if (!renew()) {
          return;
        }
      } catch (SealconfException e) {
        return; // the folder has gone
      }
    }
  }

  /** Waits for a reader and gives it all; false if the pipe was closed meanwhile. */
  private boolean serveOne() throws IOException {
    try (FileChannel reader = FileChannel.open(file, StandardOpenOption.WRITE)) {
      if (closed) {
        return false;
      }
      Files.move(next(), file, StandardCopyOption.REPLACE_EXISTING);
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        reader.write(rest);
      }
      return true;
    }
  }

  /** A reader that went away before the end doesn't end the service. */
  private boolean renew() {
    try {
      if (!closed && Files.notExists(next())) {
        make(next());
      }
      return !closed && Files.exists(file);
    } catch (SealconfException e) {
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      // A pipe that is open on its other side doesn't keep the writer waiting.
      FileChannel other = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      writer.join(JOIN_MS);
      other.close();
    } catch (IOException e) {
      writer.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Arrays.fill(content, (byte) 0);
  }
}
