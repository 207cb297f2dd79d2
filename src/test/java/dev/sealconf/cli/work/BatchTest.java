package dev.sealconf.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.TestWorld;
import java.nio.file.Path;
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

  @Test
  void reportsInTheOrderOfTheFiles() {
    TestWorld machine = TestWorld.in(folder);
    CountDownLatch secondIsDone = new CountDownLatch(1);
    try (Session session = new Session(machine.world(), "sealconf")) {
      int worst =
          new Batch(session)
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
      assertThat(worst).isEqualTo(1);
    }
    assertThat(machine.err())
        .isEqualTo(
            """
            sealconf: warning: about one
            sealconf: error: one: no such luck
            sealconf: warning: about two
            sealconf: error: two: no such luck
            """);
  }

  @Test
  void showsWhatAQuestionRefersTo() {
    TestWorld machine = TestWorld.in(folder).withConsent(true);
    StringBuilder shown = new StringBuilder();
    try (Session session = new Session(machine.world(), "sealconf")) {
      new Batch(session)
          .all(
              List.of("one"),
              file -> {
                session.world().tell().warn("look at this");
                session.world().ask().confirm("Is it right?");
                shown.append(machine.err());
              });
    }
    assertThat(shown).hasToString("sealconf: warning: look at this\n");
  }
}
