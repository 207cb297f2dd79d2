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
 * A named pipe that gives the same bytes to each program that reads it, one after another. The
 * bytes stay in memory. Before a reader gets its bytes, a new pipe takes the name, so no reader
 * receives another reader's bytes.
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
   * Creates a pipe with this name in a folder and starts serving it.
   *
   * @param content wiped when the pipe is closed
   * @throws SealconfException if the system can't create a pipe
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

  /** Returns the pipe's path. */
  public Path path() {
    return file;
  }

  /** Returns a future that completes when a program has read everything. */
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
        return; // the folder is gone
      }
    }
  }

  /**
   * Waits for a reader and sends it everything. Returns false if the pipe was closed in the
   * meantime.
   */
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

  /** Prepares the next pipe after a reader left early. Returns whether to continue serving. */
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
      // Opening the other end of the pipe unblocks the writer.
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
