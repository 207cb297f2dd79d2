package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.Sealconf;
import dev.sealconf.SealconfOptions;
import dev.sealconf.SealedDocument;
import dev.sealconf.Watched;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.UsageFailure;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A watched file. The tests check at certain moments; the timer's interval is too long for it. */
class ReloadTest {
  @TempDir Path temporary;
  private ReloadFolder folder;
  private Path file;

  @BeforeEach
  void makeFolder() throws Exception {
    folder = new ReloadFolder(temporary);
    file = folder.file;
  }

  @Test
  void handsOutEachNewVersionOnce() throws Exception {
    try (Watched<SealedDocument> watched = folder.watch()) {
      watched.check();
      folder.write(file, "a: two\n");
      watched.check();
      watched.check();
      Files.write(file, Files.readAllBytes(file));
      watched.check();

      assertThat(folder.events).containsExactly("two");
      assertThat(watched.current().get("a")).isEqualTo("two");
    }
  }

  @Test
  void keepsTheOldVersionAndReportsOnce() throws Exception {
    try (Watched<SealedDocument> watched = folder.watch()) {
      byte[] next = Files.readAllBytes(folder.sealed("a: two\n"));
      Files.write(file, Arrays.copyOf(next, next.length / 2));
      watched.check();
      assertThat(folder.events).as("may still be in the middle of a write").isEmpty();
      watched.check();
      watched.check();
      assertThat(folder.events).hasSize(1);
      assertThat(watched.current().get("a")).isEqualTo("one");

      Files.write(file, next);
      watched.check();
      assertThat(folder.events).hasSize(2).last().isEqualTo("two");
    }
  }

  @Test
  void reportsAMissingFile() throws Exception {
    try (Watched<SealedDocument> watched = folder.watch()) {
      Files.delete(file);
      watched.check();
      watched.check();
      assertThat(folder.events).containsExactly("Missing");
      assertThat(watched.current().get("a")).isEqualTo("one");
    }
    assertThatThrownBy(() -> folder.watch()).isInstanceOf(FileFailure.Missing.class);
  }

  @Test
  void reportsTheSameFailureAgainAfterAGoodVersion() throws Exception {
    byte[] good = Files.readAllBytes(file);
    try (Watched<SealedDocument> watched = folder.watch()) {
      for (int i = 0; i < 3; i++) {
        Files.delete(file);
        watched.check();
        watched.check();
        watched.check();
        Files.write(file, good);
        watched.check();
      }
      assertThat(folder.events).containsExactly("Missing", "Missing", "Missing");
    }
  }

  @Test
  void noticesAFileWithTheSameSizeAndTimeInTheSamePlace() throws Exception {
    byte[] next = Files.readAllBytes(folder.sealed("a: two\n"));
    FileTime modified = Files.getLastModifiedTime(file);
    Object changed = lastChange();
    assertThat(Files.size(file)).isEqualTo(next.length);
    try (Watched<SealedDocument> watched = folder.watch()) {
      do {
        Files.write(file, next);
        Files.setLastModifiedTime(file, modified);
      } while (lastChange().equals(changed));
      watched.check();
      assertThat(folder.events).containsExactly("two");
    }
  }

  private Object lastChange() throws Exception {
    return Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
  }

  @Test
  void opensANewVersionWhoseKeyArrivesLater() throws Exception {
    Path key = Files.writeString(folder.path("key.txt"), Keys.IDENTITY);
    SealconfOptions options = folder.optionsWithoutKey().ageKeyFile(key);
    try (Watched<SealedDocument> watched =
        Sealconf.watch(file, options, folder.listener(now -> now.get("a")))) {
      Files.writeString(key, Keys.OTHER);
      folder.write(file, "a: two\n");
      watched.check();
      watched.check();
      watched.check();
      assertThat(folder.events).containsExactly("NoDataKey");

      Files.writeString(key, Keys.IDENTITY);
      watched.check();
      assertThat(folder.events).containsExactly("NoDataKey", "two");
    }
  }

  @Test
  void aThreadThatWasInterruptedCanCheck() throws Exception {
    try (Watched<SealedDocument> watched = folder.watch()) {
      folder.write(file, "a: two\n");
      Thread.currentThread().interrupt();
      watched.check();
      assertThat(Thread.interrupted()).isTrue();
      assertThat(folder.events).containsExactly("two");
    }
  }

  @Test
  void theTimerChecksByItself() throws Exception {
    CountDownLatch changed = new CountDownLatch(1);
    try (Watched<SealedDocument> watched =
        Sealconf.watch(file, folder.often(), now -> changed.countDown())) {
      folder.write(file, "a: two\n");
      assertThat(changed.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(watched.current().get("a")).isEqualTo("two");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT2562047H47M16.854775808S", "PT1000000000000H"})
  void refusesAnIntervalThatCannotBeUsed(String interval) {
    assertThatThrownBy(() -> folder.options().interval(Duration.parse(interval)))
        .isInstanceOf(UsageFailure.class)
        .hasMessageContaining("interval")
        .hasMessageContaining(interval);
    assertThatNullPointerException().isThrownBy(() -> folder.options().interval(null));
  }

  @Test
  void acceptsTheLongestInterval() throws Exception {
    SealconfOptions options = folder.options().interval(Duration.ofNanos(Long.MAX_VALUE));
    try (Watched<SealedDocument> watched = Sealconf.watch(file, options, now -> {})) {
      assertThat(watched.current().get("a")).isEqualTo("one");
    }
  }
}
