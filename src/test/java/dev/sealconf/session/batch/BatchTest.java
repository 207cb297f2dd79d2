package dev.sealconf.session.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.TestWorld;
import dev.sealconf.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
  @TempDir Path folder;

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes down which files failed, where the reports go, too. */
  private record Failures(TestWorld machine, List<String> files) implements Batch.Listener {
    @Override
    public void failed(String file, Throwable failure) {
      files.add(file + ": " + failure.getMessage());
      machine.world().tell().say(file + " failed");
    }
  }

  @Test
  void reportsInTheOrderOfTheFiles() {
    TestWorld machine = TestWorld.in(folder);
    CountDownLatch secondIsDone = new CountDownLatch(1);
    Failures failures = new Failures(machine, new ArrayList<>());
    try (Session session = new Session(machine.world())) {
      new Batch(session, failures)
          .all(
              List.of("one", "two"),
              file -> {
                if (file.equals("one")) {
                  session.world().tell().warn("about one");
                  await(secondIsDone);
                } else {
                  session.world().tell().warn("about two");
                  secondIsDone.countDown();
                }
                throw new UsageFailure.Mistake("no such luck");
              });
    }
    assertThat(failures.files()).containsExactly("one: no such luck", "two: no such luck");
    assertThat(machine.err())
        .isEqualTo("warning: about one\none failed\nwarning: about two\ntwo failed\n");
  }

  @Test
  void showsWhatAQuestionRefersTo() {
    TestWorld machine = TestWorld.in(folder).withConsent(true);
    StringBuilder shown = new StringBuilder();
    try (Session session = new Session(machine.world())) {
      new Batch(session, new Failures(machine, new ArrayList<>()))
          .all(
              List.of("one"),
              file -> {
                session.world().tell().warn("look at this");
                session.world().ask().confirm("Is it right?");
                shown.append(machine.err());
              });
    }
    assertThat(shown).hasToString("warning: look at this\n");
  }
}
