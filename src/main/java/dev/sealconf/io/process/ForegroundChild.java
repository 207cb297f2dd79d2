package dev.sealconf.io.process;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs one program that has our standard streams and the terminal, such as an editor. While it
 * runs, keys that send INT are for it alone. Never through a shell; a bare name is looked for on
 * the {@code PATH}, in its absolute folders only.
 */
public final class ForegroundChild {
  private static final long SECONDS_TO_END = 2;

  private final World world;
  private Process process;
  private boolean ending;

  /** A program in this world. */
  public ForegroundChild(World world) {
    this.world = world;
  }

  /**
   * Runs it to its end.
   *
   * @param command the program and its arguments
   * @param additions environment variables for it
   * @return its exit status; 128 and the number of the signal that ended it
   * @throws SealconfException if it can't be found or started
   */
  public int run(List<String> command, Map<String, String> additions) {
    List<String> resolved = new ArrayList<>(command);
    resolved.set(0, Subprocess.locate(command.get(0), world).toString());
    ProcessBuilder builder = new ProcessBuilder(resolved).inheritIO();
    ChildEnvironment.place(builder, world);
    ChildEnvironment.give(builder, world, additions);
    SignalHandling interrupts = SignalHandling.ignoring("INT");
    try {
      int status = start(builder).waitFor();
      stayIfEnding();
      return status;
    } catch (IOException e) {
      throw new MachineFailure("can't start " + Printable.quote(command.get(0))).from(e);
    } catch (InterruptedException e) {
      end();
      Thread.currentThread().interrupt();
      throw new MachineFailure(Printable.quote(command.get(0)) + " was interrupted");
    } finally {
      interrupts.close();
    }
  }

  private synchronized Process start(ProcessBuilder builder) throws IOException {
    process = builder.start();
    return process;
  }

  /** When this process ends, nothing may go on with what the program left behind. */
  private void stayIfEnding() throws InterruptedException {
    boolean stay;
    synchronized (this) {
      stay = ending;
    }
    if (stay) {
      new CountDownLatch(1).await();
    }
  }

  /**
   * Ends the program, because this process ends: it has two seconds to end by itself. {@link #run}
   * does not return any more.
   */
  public void end() {
    Process running;
    synchronized (this) {
      ending = true;
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
