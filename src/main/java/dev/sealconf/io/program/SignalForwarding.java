package dev.sealconf.io.program;

import dev.sealconf.io.process.SignalHandling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Forwards signals to a child instead of letting them end this process. Signals from the terminal
 * reach the child directly and aren't forwarded.
 */
final class SignalForwarding implements AutoCloseable {
  private static final List<String> SENT = List.of("TERM", "HUP", "USR1", "USR2");
  private static final List<String> TYPED = List.of("INT", "WINCH");
  private static final String END = "TERM";

  private final List<SignalHandling> handlings = new ArrayList<>();
  private final List<String> early = new ArrayList<>();
  private Process child;

  private SignalForwarding() {}

  /** Starts collecting signals, before there is a child. */
  static SignalForwarding begin() {
    SignalForwarding forwarding = new SignalForwarding();
    for (String signal : SENT) {
      forwarding.handle(signal, () -> forwarding.pass(signal));
    }
    for (String signal : TYPED) {
      forwarding.handle(signal, () -> forwarding.passUnlessTyped(signal));
    }
    return forwarding;
  }

  /** A signal that was ignored at the start stays ignored, here and in the child. */
  private void handle(String signal, Runnable action) {
    if (!SignalsAtStart.told().ignored(signal)) {
      handlings.add(SignalHandling.on(signal, action));
    }
  }

  /** Forwards the signals collected so far, and all later ones. */
  synchronized void to(Process process) {
    child = process;
    early.forEach(this::pass);
    early.clear();
  }

  private void passUnlessTyped(String signal) {
    if (!ControllingTerminal.signalsUs()) {
      pass(signal);
    }
  }

  private synchronized void pass(String signal) {
    if (child == null) {
      early.add(signal);
    } else if (signal.equals(END)) {
      child.destroy();
    } else if (child.isAlive()) {
      send(signal, child.pid());
    }
  }

  /** Sends a signal to a child that hasn't been waited for. */
  static void send(String signal, long process) {
    ProcessBuilder kill =
        new ProcessBuilder("/bin/sh", "-c", "kill -s \"$0\" \"$1\"", signal, "" + process);
    kill.environment().clear();
    try {
      kill.redirectErrorStream(true).start().getOutputStream().close();
    } catch (IOException e) {
      return; // signals can't be sent without a shell
    }
  }

  @Override
  public void close() {
    SignalHandling.close(handlings);
  }
}
