package dev.sealconf.io.process;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs one program that uses our standard streams and the terminal, such as an editor. While it
 * runs, only it handles INT, and TERM and HUP end it. Doesn't use a shell. A bare name is looked up
 * only in the absolute folders of {@code PATH}.
 */
public final class ForegroundChild {
  private static final long SECONDS_TO_END = 2;
  private static final int HUP = 1;
  private static final int TERM = 15;

  private final World world;
  private Process process;
  private int signal;

  /** Runs a program in this world. */
  public ForegroundChild(World world) {
    this.world = world;
  }

  /**
   * Runs the program until it exits.
   *
   * @param command the program and its arguments
   * @param additions additional environment variables
   * @return its exit status, or 128 plus the number of the signal that ended it
   * @throws EndedBySignal after it has exited, if TERM or HUP ended it and should end this process,
   *     too
   * @throws SealconfException if it can't be found or started
   */
  public int run(List<String> command, Map<String, String> additions) {
    List<String> resolved = new ArrayList<>(command);
    resolved.set(0, Subprocess.locate(command.get(0), world).toString());
    ProcessBuilder builder = new ProcessBuilder(resolved).inheritIO();
    ChildEnvironment.place(builder, world);
    ChildEnvironment.give(builder, world, additions);
    List<SignalHandling> signals =
        List.of(
            SignalHandling.ignoring("INT"),
            SignalHandling.on("HUP", () -> endBy(HUP)),
            SignalHandling.on("TERM", () -> endBy(TERM)));
    try {
      int status = start(builder).waitFor();
      requireNoSignal();
      return status;
    } catch (IOException e) {
      throw new MachineFailure("can't start " + Printable.quote(command.get(0))).from(e);
    } catch (InterruptedException e) {
      end();
      Thread.currentThread().interrupt();
      throw new MachineFailure(Printable.quote(command.get(0)) + " was interrupted");
    } finally {
      SignalHandling.close(signals);
    }
  }

  private synchronized Process start(ProcessBuilder builder) throws IOException {
    if (signal == 0) {
      process = builder.start();
      return process;
    }
    throw new EndedBySignal(signal);
  }

  private synchronized void requireNoSignal() {
    if (signal != 0) {
      throw new EndedBySignal(signal);
    }
  }

  private void endBy(int number) {
    synchronized (this) {
      signal = number;
    }
    end();
  }

  /** Ends the program if it is running. It has two seconds to exit by itself. */
  public void end() {
    Process running;
    synchronized (this) {
      running = process;
    }
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        running.descendants().forEach(ProcessHandle::destroyForcibly);
        running.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
