package dev.sealconf.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.FileFailure;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.SealconfException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes between looking and reading, which real files would show only by chance. */
@Timeout(120)
class ReloadingTest {
  private final List<String> events = new ArrayList<>();
  private final FakePlace place = new FakePlace();

  private record Seen(String text, boolean recent) implements Look {
    @Override
    public boolean isRecent(Instant now) {
      return recent;
    }
  }

  /** A text that looks like its first word, and what happens while it is read. */
  private static final class FakePlace implements Place<Seen, String> {
    private String text = "one";
    private boolean recent;
    private boolean whole = true;
    private RuntimeException failure;
    private Error fault;
    private Runnable beforeRead = () -> {};
    private Runnable afterRead = () -> {};
    private int reads;

    @Override
    public String name() {
      return "place";
    }

    @Override
    public Seen look() {
      return new Seen(text.split(" ")[0], recent);
    }

    @Override
    public String read(Seen seen) {
      reads++;
      beforeRead.run();
      if (failure != null) {
        throw failure;
      }
      if (fault != null) {
        throw fault;
      }
      String read = text;
      afterRead.run();
      return read;
    }

    @Override
    public boolean isReplacedAsAWhole(Seen seen) {
      return whole;
    }

    @Override
    public boolean mayBeIncomplete(Seen seen, String current, String read) {
      return false;
    }

    @Override
    public boolean same(String one, String other) {
      return one.equals(other);
    }
  }

  private Reloading<Seen, String> start() {
    return new Reloading<>(place, events::add, why -> events.add(why.getClass().getSimpleName()));
  }

  @Test
  void aVersionThatLooksTheSameIsNotRead() {
    Reloading<Seen, String> reloading = start();
    reloading.check();
    assertThat(place.reads).isEqualTo(1);
  }

  @Test
  void aRecentChangeIsReadAgainUntilTheNextOneMustLookDifferent() {
    place.recent = true;
    Reloading<Seen, String> reloading = start();
    place.text = "one but changed at the same time";
    reloading.check();
    assertThat(events).containsExactly(place.text);

    place.recent = false;
    reloading.check();
    reloading.check();
    reloading.check();
    assertThat(place.reads).isEqualTo(3);
    assertThat(events).hasSize(1);
  }

  @Test
  void theFirstVersionIsNoMixture() {
    place.whole = false;
    place.beforeRead = () -> place.text = "mixture";
    place.afterRead =
        () -> {
          place.text = "two";
          place.beforeRead = () -> {};
          place.afterRead = () -> {};
        };
    assertThat(start().current()).isEqualTo("two");
  }

  @Test
  void theFirstVersionIsReadAgainIfItWasReplacedMeanwhile() {
    place.failure = new FileFailure.Missing("replaced", "");
    place.beforeRead =
        () -> {
          if (place.reads == 2) {
            place.failure = null;
          }
          place.text = "version" + place.reads;
        };
    place.whole = true;
    assertThat(start().current()).isEqualTo("version2");
  }

  @Test
  void theFirstVersionFailsIfTheFilesNeverStayTheSame() {
    place.whole = false;
    place.afterRead = () -> place.text += "+";
    assertThatThrownBy(this::start)
        .isInstanceOf(FileFailure.Unreadable.class)
        .hasMessageContaining("kept changing")
        .satisfies(e -> assertThat(((SealconfException) e).isTemporary()).isTrue());
  }

  @Test
  void theOldLookWithAnotherVersionInBetweenIsReadAgain() {
    Reloading<Seen, String> reloading = start();
    place.text = "two";
    place.afterRead = () -> place.text = "one";
    reloading.check();
    place.afterRead = () -> {};
    reloading.check();
    assertThat(events).containsExactly("two", "one");
    assertThat(reloading.current()).isEqualTo("one");
  }

  @Test
  void eachFailureAfterAGoodVersionIsReported() {
    for (RuntimeException failure :
        List.of(
            new OpeningFailure.Malformed("broken"),
            new KeyFailure.NoDataKey("no key"),
            new KeyFailure.NoDataKey("busy").temporary())) {
      events.clear();
      place.text = "one";
      Reloading<Seen, String> reloading = start();
      for (int i = 0; i < 3; i++) {
        place.text = "two";
        place.failure = failure;
        reloading.check();
        reloading.check();
        reloading.check();
        place.text = "one";
        place.failure = null;
        reloading.check();
      }
      assertThat(events).hasSize(3).containsOnly(failure.getClass().getSimpleName());
    }
  }

  @Test
  void onlyABrokenFileIsNotReadAgain() {
    Reloading<Seen, String> reloading = start();
    place.text = "two";
    place.failure = new OpeningFailure.Malformed("broken");
    reloading.check();
    reloading.check();
    reloading.check();
    assertThat(place.reads).isEqualTo(3);

    place.text = "three";
    place.failure = new KeyFailure.NoDataKey("no key");
    reloading.check();
    reloading.check();
    place.failure = null;
    reloading.check();
    assertThat(events).containsExactly("Malformed", "NoDataKey", "three");
  }

  @Test
  void aFaultOfTheProgramIsThrownOnceAndWatchingContinues() {
    Reloading<Seen, String> reloading = start();
    place.text = "two";
    place.fault = new StackOverflowError();
    assertThatThrownBy(reloading::check).isSameAs(place.fault);
    reloading.check();
    place.fault = null;
    reloading.check();
    assertThat(events).containsExactly("two");
  }

  @Test
  void anInterruptedReadIsNoFailureOfTheFiles() {
    Reloading<Seen, String> reloading = start();
    place.text = "two";
    place.failure = new KeyFailure.NoDataKey("interrupted");
    Thread.currentThread().interrupt();
    reloading.check();
    reloading.check();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(events).isEmpty();
  }

  @Test
  void whatIsReadDuringTheEndIsDropped() throws Exception {
    Reloading<Seen, String> reloading = start();
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    place.text = "two";
    place.beforeRead =
        () -> {
          reading.countDown();
          try {
            ended.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        };
    Thread checker = new Thread(reloading::check);
    checker.start();
    reading.await();
    reloading.end();
    ended.countDown();
    checker.join();
    assertThat(events).isEmpty();
    assertThat(reloading.current()).isEqualTo("one");
  }
}
