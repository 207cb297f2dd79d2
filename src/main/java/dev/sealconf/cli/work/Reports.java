package dev.sealconf.cli.work;

import dev.sealconf.io.Ask;
import dev.sealconf.io.World;
import dev.sealconf.io.terminal.PrintedTell;
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

  /** The same world with this as standard error, where warnings have the form of this program. */
  World in(World world, String calledAs) {
    PrintStream err = new PrintStream(this, true, StandardCharsets.UTF_8);
    String prefix = (calledAs.equals("sops") ? "" : "sealconf: ") + "warning: ";
    return new World(
        world.in(),
        world.out(),
        err,
        world.environment(),
        world.directory(),
        world.clock(),
        world.entropy(),
        new Asking(world.ask()),
        new PrintedTell(err, prefix, world.tell().watched()),
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

  /** The questions of threads whose reports are kept. */
  private final class Asking implements Ask {
    private final Ask ask;

    Asking(Ask ask) {
      this.ask = ask;
    }

    @Override
    public boolean interactive() {
      return ask.interactive();
    }

    @Override
    public Optional<char[]> askSecret(String prompt) {
      release();
      return ask.askSecret(prompt);
    }

    @Override
    public Optional<String> askLine(String prompt) {
      release();
      return ask.askLine(prompt);
    }

    @Override
    public boolean confirm(String question) {
      release();
      return ask.confirm(question);
    }
  }
}
