package dev.sealconf.io;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.file.FileBytes;
import dev.sealconf.io.file.PipeContents;
import dev.sealconf.io.file.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * All that a run of the program sees of the machine, handed in so that a test can run the whole
 * program in its own process.
 *
 * @param err standard error, for the command line alone: everything else uses {@code tell}
 * @param directory the working directory, absolute
 * @param ownsProcess whether the streams, the environment and the directory are those of this
 *     process, and the run is all that it is for: a child may inherit them, or take its place
 */
public record World(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Map<String, String> environment,
    Path directory,
    Clock clock,
    Entropy entropy,
    Ask ask,
    Tell tell,
    PipeContents pipes,
    boolean ownsProcess) {

  /** A world of which this process has other ones, and in which no pipe was read so far. */
  public World(
      InputStream in,
      OutputStream out,
      PrintStream err,
      Map<String, String> environment,
      Path directory,
      Clock clock,
      Entropy entropy,
      Ask ask,
      Tell tell) {
    this(
        in, out, err, environment, directory, clock, entropy, ask, tell, new PipeContents(), false);
  }

  /** The same world, in which others are asked and told. */
  public World with(Ask otherAsk, Tell otherTell) {
    return new World(
        in,
        out,
        err,
        environment,
        directory,
        clock,
        entropy,
        otherAsk,
        otherTell,
        pipes,
        ownsProcess);
  }

  /** The same world as the one that this process is for. */
  public World ofProcess() {
    return new World(in, out, err, environment, directory, clock, entropy, ask, tell, pipes, true);
  }

  /**
   * The value of an environment variable that is set and not empty.
   *
   * @throws SealconfException with 1 if it is not UTF-8
   */
  public Optional<String> variable(String name) {
    String value = environment.getOrDefault(name, "");
    if (SystemText.isDamaged(value)) {
      throw new MachineFailure("the environment variable " + name + " is not UTF-8")
          .hint("set it in UTF-8, or remove it: unset " + name);
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /**
   * An absolute, normalized path for what a user typed.
   *
   * @throws SealconfException with 2 if the system can't have a file of this name
   */
  public Path resolve(String typed) {
    try {
      return directory.resolve(typed).normalize();
    } catch (InvalidPathException e) {
      throw Target.unreadable(Printable.quote(typed) + " can't be the name of a file").from(e);
    }
  }

  /**
   * The bytes of a file of keys or settings that may be a pipe, which is read once in a run.
   *
   * @param most how many bytes are read at most
   * @throws IOException if it can't be read
   */
  public byte[] read(Path file, int most) throws IOException {
    return Files.isRegularFile(file) && !PipeContents.isStandardInput(file)
        ? FileBytes.read(file, most)
        : pipes.read(this, file, most);
  }

  /**
   * How messages name a file: relative to the working directory where it lies below it, and quoted
   * for the terminal.
   */
  public String shown(Path file) {
    boolean below = file.startsWith(directory) && !file.equals(directory);
    return Printable.quote((below ? directory.relativize(file) : file).toString());
  }
}
