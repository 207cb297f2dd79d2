package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.ReloadListener;
import dev.sealconf.Sealconf;
import dev.sealconf.SealconfOptions;
import dev.sealconf.SealedDocument;
import dev.sealconf.Watched;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.SealconfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watched files. The tests check at certain moments; the timer's interval is too long for it. */
class ReloadTest {
  @TempDir Path temporary;
  private Keys keys;
  private SealconfOptions options;
  private Path file;
  private final List<String> events = new ArrayList<>();

  @BeforeEach
  void makeKeys() throws Exception {
    keys = new Keys(temporary.toRealPath());
    options = keys.options().interval(Duration.ofDays(1));
    file = keys.path("a.yaml");
    write(file, "a: one\n");
  }

  /** Encrypts next to the file and moves it there, as an editor does. */
  private void write(Path target, String text) throws IOException {
    Files.move(sealed(text), target, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path sealed(String text) throws IOException {
    Path made = Files.writeString(keys.path("made.yaml"), text);
    Sealconf.encrypt(made, keys.options());
    return made;
  }

  private <T> ReloadListener<T> listener(Function<T, String> shown) {
    return new ReloadListener<>() {
      @Override
      public void changed(T now) {
        events.add(shown.apply(now));
      }

      @Override
      public void failed(SealconfException why) {
        events.add(why.getClass().getSimpleName());
      }
    };
  }

  private Watched<SealedDocument> watch() {
    return Sealconf.watch(file, options, listener(now -> now.get("a")));
  }

  @Test
  void handsOutEachNewVersionOnce() throws Exception {
    try (Watched<SealedDocument> watched = watch()) {
      watched.check();
      write(file, "a: two\n");
      watched.check();
      watched.check();
      Files.write(file, Files.readAllBytes(file));
      watched.check();

      assertThat(events).containsExactly("two");
      assertThat(watched.current().get("a")).isEqualTo("two");
    }
  }

  @Test
  void keepsTheOldVersionAndReportsOnce() throws Exception {
    try (Watched<SealedDocument> watched = watch()) {
      byte[] next = Files.readAllBytes(sealed("a: two\n"));
      Files.write(file, Arrays.copyOf(next, next.length / 2));
      watched.check();
      assertThat(events).as("may still be in the middle of a write").isEmpty();
      watched.check();
      watched.check();
      assertThat(events).hasSize(1);
      assertThat(watched.current().get("a")).isEqualTo("one");

      Files.write(file, next);
      watched.check();
      assertThat(events).hasSize(2).last().isEqualTo("two");
    }
  }

  @Test
  void reportsAMissingFile() throws Exception {
    try (Watched<SealedDocument> watched = watch()) {
      Files.delete(file);
      watched.check();
      watched.check();
      assertThat(events).containsExactly(FileFailure.Missing.class.getSimpleName());
      assertThat(watched.current().get("a")).isEqualTo("one");
    }
    assertThatThrownBy(this::watch).isInstanceOf(FileFailure.Missing.class);
  }

  /** As Kubernetes mounts a secret: links through {@code ..data}, which it replaces. */
  @Test
  void followsAFolderThatKubernetesMounts() throws Exception {
    Path mount = Files.createDirectory(keys.path("mount"));
    publish(mount, "..1", "x: 1\n", "y: 1\n");
    Files.createSymbolicLink(mount.resolve("x.yaml"), Path.of("..data/x.yaml"));
    Files.createSymbolicLink(mount.resolve("y.yaml"), Path.of("..data/y.yaml"));
    Function<Map<String, SealedDocument>, String> shown =
        now -> now.get("x.yaml").get("x") + now.get("y.yaml").get("y");
    try (Watched<Map<String, SealedDocument>> watched =
            Sealconf.watchFolder(mount, options, listener(shown));
        Watched<SealedDocument> one =
            Sealconf.watch(mount.resolve("x.yaml"), options, listener(now -> now.get("x")))) {
      assertThat(watched.current()).containsOnlyKeys("x.yaml", "y.yaml");
      publish(mount, "..2", "x: 2\n", "y: 2\n");
      watched.check();
      one.check();
      watched.check();
      assertThat(events).containsExactly("22", "2");
    }
  }

  private void publish(Path mount, String version, String x, String y) throws IOException {
    Path folder = Files.createDirectory(mount.resolve(version));
    write(folder.resolve("x.yaml"), x);
    write(folder.resolve("y.yaml"), y);
    Path link = mount.resolve("..data_tmp");
    Files.createSymbolicLink(link, Path.of(version));
    Files.move(
        link,
        mount.resolve("..data"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void theTimerChecksByItself() throws Exception {
    CountDownLatch changed = new CountDownLatch(1);
    try (Watched<SealedDocument> watched =
        Sealconf.watch(file, options.interval(Duration.ofMillis(5)), now -> changed.countDown())) {
      write(file, "a: two\n");
      assertThat(changed.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(watched.current().get("a")).isEqualTo("two");
    }
  }
}
