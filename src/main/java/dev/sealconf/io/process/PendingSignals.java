package dev.sealconf.io.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for signals that the process has received but Java hasn't passed on yet. One thread of Java
 * passes them on, those with low numbers first. If a handling were restored before, a signal that
 * arrived earlier would end the process.
 */
final class PendingSignals {
  /** Has no effect by default, and a higher number than HUP, INT and TERM. */
  private static final String PROBE = "URG";

  private static final int PATIENCE_SECONDS = 5;

  private PendingSignals() {}

  /**
   * Waits until every INT, HUP and TERM that has arrived is passed on; at most five seconds, and
   * also in a thread that is interrupted.
   */
  static synchronized void await() {
    boolean interrupted = Thread.interrupted();
    CountDownLatch seen = new CountDownLatch(1);
    try (SignalHandling probe = SignalHandling.probing(PROBE, seen::countDown)) {
      if (probe.raise() && !seen.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return; // Java passes on no signals: there is nothing to wait for.
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
