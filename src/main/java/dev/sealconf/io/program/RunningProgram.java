package dev.sealconf.io.program;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.io.file.PipeFailure;
import dev.sealconf.io.process.SignalHandling;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs as a child of this process. */
public final class RunningProgram {
  /** Signals that may end this process, by the exit status that Java reports for each. */
  private static final Map<Integer, String> ENDING = Map.of(129, "HUP", 130, "INT", 143, "TERM");

  /** The status of a program that writes to a pipe which is not read any more. */
  private static final int BROKEN_PIPE = 141;

  private static final int PATIENCE_MS = 2000;

  private final Process process;
  private final StreamPumps pumps;

  RunningProgram(Process process, StreamPumps pumps) {
    this.process = process;
    this.pumps = pumps;
  }

  Process process() {
    return process;
  }

  /**
   * Waits until the program exits and all its output has been passed on.
   *
   * @return its exit status, or 128 plus the number of the signal that ended it
   * @throws OutputFailure.NotWritten if output is lost and the program didn't notice
   */
  public int await() {
    try {
      int status = process.waitFor();
      if (pumps != null) {
        pumps.finish();
        return status == 0 || status == BROKEN_PIPE ? requireArrived(status) : status;
      }
      return status;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MachineFailure("interrupted while a program ran").temporary();
    }
  }

  /** Reports lost output. Without a filter, the program itself would see the failure. */
  private int requireArrived(int status) {
    IOException lost = pumps.lost();
    if (lost == null) {
      return status;
    } else if (PipeFailure.is(lost)) {
      return BROKEN_PIPE;
    }
    throw new OutputFailure.NotWritten("standard output can't be written");
  }

  /** Ends this process with the signal that ended the program, if possible. */
  void endAsItDid() {
    String signal = process.isAlive() ? null : ENDING.get(process.exitValue());
    if (signal != null) {
      SignalHandling.restoreDefault(signal);
      SignalForwarding.send(signal, ProcessHandle.current().pid());
      try {
        Thread.sleep(PATIENCE_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits up to this long for the program to exit. Returns whether it has. */
  public boolean hasEndedAfter(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MachineFailure("interrupted while a program ran").temporary();
    }
  }

  /**
   * Sends the program a signal.
   *
   * @param name without {@code SIG}, such as {@code HUP}
   */
  public void send(String name) {
    if (process.isAlive()) {
      SignalForwarding.send(name, process.pid());
    }
  }

  /**
   * Ends the program with TERM, and with KILL if it is still running after this time. Programs that
   * it started and left behind get the same signals.
   */
  public void end(Duration patience) {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroy();
    if (hasEndedAfter(patience)) {
      started.forEach(ProcessHandle::destroy);
    } else {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      started.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
