package dev.sealconf.io.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SignalHandlingTest {
  private static final int SIGNALS = 200;

  @Test
  void anActionRunsAtASignal() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    try (SignalHandling handling = SignalHandling.on("USR2", seen::countDown)) {
      assertThat(handling).isNotNull();
      send("USR2");
      assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aChildDoesNotIgnoreWhatThisProcessIgnores() throws Exception {
    int before = childThatInterruptsItself(); // 0 where the tests themselves were started so
    try (SignalHandling handling = SignalHandling.ignoring("INT")) {
      assertThat(handling).isNotNull();
      send("INT");
      assertThat(childThatInterruptsItself()).isEqualTo(before);
    }
  }

  private static int childThatInterruptsItself() throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "kill -INT $$; exit 0").start().waitFor();
  }

  /** Java passes signals on in its own time; one that came too late would end this process. */
  @Test
  void aSignalThatArrivedBeforeTheEndIsStillHandled() throws Exception {
    for (int i = 0; i < SIGNALS; i++) {
      CountDownLatch seen = new CountDownLatch(1);
      try (SignalHandling handling = SignalHandling.on("TERM", seen::countDown)) {
        assertThat(handling.raise()).isTrue();
      }
      assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aSignalThatJavaKeepsForItselfIsNoFailure() {
    SignalHandling.ignoring("QUIT").close();
    SignalHandling.ignoring("NONE").close();
  }

  private static void send(String signal) throws IOException, InterruptedException {
    String self = String.valueOf(ProcessHandle.current().pid());
    assertThat(new ProcessBuilder("kill", "-" + signal, self).start().waitFor()).isZero();
  }
}
