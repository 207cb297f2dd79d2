package dev.sealconf.io.process;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A long-running program that answers requests over its standard input and output. It isn't started
 * through a shell. It gets this run's environment, working directory and standard error. For use by
 * one thread.
 */
public final class PipedProgram implements AutoCloseable {
  private static final long SECONDS_TO_END = 2;

  private final Process process;
  private final InputStream from;
  private final OutputStream to;

  private PipedProgram(Process process) {
    this.process = process;
    this.from = new BufferedInputStream(process.getInputStream(), 1 << 16);
    this.to = new BufferedOutputStream(process.getOutputStream(), 1 << 13);
  }

  /**
   * Starts the program.
   *
   * @param command the program and its arguments
   * @param additions additional environment variables
   * @throws MachineFailure if the program can't be found or started
   */
  public static PipedProgram start(
      World world, List<String> command, Map<String, String> additions) {
    List<String> resolved = new ArrayList<>(command);
    resolved.set(0, Subprocess.locate(command.get(0), world).toString());
    ProcessBuilder builder =
        new ProcessBuilder(resolved).redirectError(ChildEnvironment.errors(world));
    ChildEnvironment.place(builder, world);
    ChildEnvironment.give(builder, world, additions);
    try {
      return new PipedProgram(builder.start());
    } catch (IOException e) {
      throw new MachineFailure("can't start " + Printable.quote(command.get(0))).from(e);
    }
  }

  /** Returns the program's standard output. */
  public InputStream output() {
    return from;
  }

  /** Returns the program's standard input. Flush it after each request. */
  public OutputStream input() {
    return to;
  }

  /**
   * Closes the program's standard input, and kills the program if it is still running 2 s later.
   */
  @Override
  public void close() {
    try {
      to.close();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
