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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a run of the program sees of the machine. It is passed in so that a test can run
 * the whole program in its own process.
 *
 * @param err standard error, only for the command line; everything else uses {@code tell}
 * @param directory the working directory, absolute
 * @param ownsProcess whether this process exists only for this run, and the streams, environment
 *     and directory are the process's own; then a child process may inherit them, or replace this
 *     process
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

  /** Creates a world that doesn't own this process, and in which no pipe has been read. */
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

  /** Returns the same world with other interfaces for questions and reports. */
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

  /** Returns the same world with another receiver of reports. */
  public World with(Tell otherTell) {
    return with(ask, otherTell);
  }

  /** Returns the same world with another value of one environment variable. */
  public World with(String variable, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(variable, value);
    return new World(
        in, out, err, changed, directory, clock, entropy, ask, tell, pipes, ownsProcess);
  }

  /** Returns the same world with another standard input. */
  public World with(InputStream otherIn) {
    return new World(
        otherIn,
        out,
        err,
        environment,
        directory,
        clock,
        entropy,
        ask,
        tell,
        new PipeContents(),
        ownsProcess);
  }

  /** Returns the same world, but with nothing reported. */
  public World silent() {
    return with(ask, Tell.NOTHING);
  }

  /** Returns the same world, but owning this process. */
  public World ofProcess() {
    return new World(in, out, err, environment, directory, clock, entropy, ask, tell, pipes, true);
  }

  /**
   * Returns the value of an environment variable, or empty if it is unset or empty.
   *
   * @throws SealconfException a {@code MachineFailure} if the value isn't UTF-8
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
   * Returns an absolute, normalized path for the path that the user typed.
   *
   * @throws SealconfException a {@code FileFailure.Unreadable} if the system doesn't allow such a
   *     name
   */
  public Path resolve(String typed) {
    try {
      return directory.resolve(typed).normalize();
    } catch (InvalidPathException e) {
      throw Target.unreadable(Printable.quote(typed) + " can't be the name of a file").from(e);
    }
  }

  /**
   * Returns the bytes of a file with keys or settings. The file may be a pipe, which is read once
   * per run.
   *
   * @param most the maximum number of bytes to read
   * @throws IOException if it can't be read
   */
  public byte[] read(Path file, int most) throws IOException {
    return Files.isRegularFile(file) && !PipeContents.isStandardInput(file)
        ? FileBytes.read(file, most)
        : pipes.read(this, file, most);
  }

  /**
   * Returns the name of a file for messages: relative to the working directory if it is below it,
   * and quoted for the terminal.
   */
  public String shown(Path file) {
    boolean below = file.startsWith(directory) && !file.equals(directory);
    return Printable.quote((below ? directory.relativize(file) : file).toString());
  }
}
