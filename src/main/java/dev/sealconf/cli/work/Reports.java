package dev.sealconf.cli.work;

import dev.sealconf.io.World;
import dev.sealconf.io.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Standard error for threads that work at the same time: what a thread prints is kept until its
 * turn comes, or until it asks a question. Other threads print at once.
 */
final class Reports extends OutputStream {
  private final PrintStream direct;
  private final ThreadLocal<ByteArrayOutputStream> kept = new ThreadLocal<>();

  Reports(PrintStream direct) {
    this.direct = direct;
  }

  /** The same world with this as standard error. */
  World in(World world) {
    return new World(
        world.in(),
        world.out(),
        new PrintStream(this, true, StandardCharsets.UTF_8),
        world.environment(),
        world.directory(),
        world.clock(),
        world.entropy(),
        new Asking(world.terminal()),
        world.pipes());
  }

  /** From now on, what this thread prints is kept. */
  void keep() {
    kept.set(new ByteArrayOutputStream());
  }

  /** What this thread has printed since {@link #keep}; from now on it prints at once. */
  byte[] taken() {
    byte[] bytes = kept.get().toByteArray();
    kept.remove();
    return bytes;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ByteArrayOutputStream own = kept.get();
    if (own == null) {
      direct.write(bytes, offset, length);
    } else {
      own.write(bytes, offset, length);
    }
  }

  @Override
  public void flush() throws IOException {
    if (kept.get() == null) {
      direct.flush();
    }
  }

  /** Prints what is kept: a question may refer to it. */
  private void release() {
    ByteArrayOutputStream own = kept.get();
    if (own != null) {
      byte[] bytes = own.toByteArray();
      own.reset();
      direct.write(bytes, 0, bytes.length);
      direct.flush();
    }
  }

  /** The terminal of threads whose reports are kept. */
  private final class Asking implements Terminal {
    private final Terminal terminal;

    Asking(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public boolean interactive() {
      return terminal.interactive();
    }

    @Override
    public boolean showsProgress() {
      return terminal.showsProgress();
    }

    @Override
    public Optional<char[]> askSecret(String prompt) {
      release();
      return terminal.askSecret(prompt);
    }

    @Override
    public Optional<String> askLine(String prompt) {
      release();
      return terminal.askLine(prompt);
    }

    @Override
    public boolean confirm(String question) {
      release();
      return terminal.confirm(question);
    }
  }
}
