package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.ReloadListener;
import dev.sealconf.Sealconf;
import dev.sealconf.SealedDocument;
import dev.sealconf.Watched;
import dev.sealconf.error.SealconfException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a listener may do, when it is called, and what ends with {@code close}. */
@Timeout(120)
class ReloadListenerTest {
  @TempDir Path temporary;
  private ReloadFolder folder;

  @BeforeEach
  void makeFolder() throws Exception {
    folder = new ReloadFolder(temporary);
  }

  @Test
  void watchingContinuesWhenTheListenerAndTheHandlerThrow() throws Exception {
    BlockingQueue<Object> seen = new LinkedBlockingQueue<>();
    ReloadListener<SealedDocument> listener =
        now -> {
          Thread.currentThread()
              .setUncaughtExceptionHandler(
                  (thread, thrown) -> {
                    seen.add(thrown.getMessage());
                    throw new AssertionError("thrown by the handler");
                  });
          seen.add(now.get("a"));
          throw new AssertionError("thrown by the listener");
        };
    try (Watched<SealedDocument> watched = Sealconf.watch(folder.file, folder.often(), listener)) {
      for (String value : List.of("two", "three", "four")) {
        folder.write(folder.file, "a: " + value + "\n");
        assertThat(seen.take()).isEqualTo(value);
        assertThat(seen.take()).isEqualTo("thrown by the listener");
        assertThat(watched.current().get("a")).isEqualTo(value);
      }
    }
  }

  @Test
  void watchingContinuesWhenTheListenerLeavesItsThreadInterrupted() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    ReloadListener<SealedDocument> listener =
        now -> {
          seen.add(now.get("a"));
          Thread.currentThread().interrupt();
        };
    Watched<SealedDocument> watched = Sealconf.watch(folder.file, folder.often(), listener);
    try (watched) {
      for (String value : List.of("two", "three", "four")) {
        folder.write(folder.file, "a: " + value + "\n");
        assertThat(seen.take()).isEqualTo(value);
      }
    }
  }

  @Test
  void aCallerOfCheckGetsTheExceptionAndTheNewVersion() throws Exception {
    ReloadListener<SealedDocument> listener =
        now -> {
          throw new AssertionError("thrown by the listener");
        };
    try (Watched<SealedDocument> watched =
        Sealconf.watch(folder.file, folder.options(), listener)) {
      for (String value : List.of("two", "three")) {
        folder.write(folder.file, "a: " + value + "\n");
        assertThatThrownBy(watched::check).hasMessage("thrown by the listener");
        assertThat(watched.current().get("a")).isEqualTo(value);
        watched.check();
      }
    }
  }

  @Test
  void theListenerSeesTheCurrentVersion() throws Exception {
    CompletableFuture<Watched<SealedDocument>> itself = new CompletableFuture<>();
    List<String> seen = new ArrayList<>();
    ReloadListener<SealedDocument> listener =
        new ReloadListener<>() {
          @Override
          public void changed(SealedDocument now) {
            seen.add("changed: " + itself.join().current().get("a"));
            itself.join().check();
          }

          @Override
          public void failed(SealconfException why) {
            seen.add("failed: " + itself.join().current().get("a"));
            itself.join().check();
          }
        };
    try (Watched<SealedDocument> watched =
        Sealconf.watch(folder.file, folder.options(), listener)) {
      itself.complete(watched);
      folder.write(folder.file, "a: two\n");
      watched.check();
      Files.delete(folder.file);
      watched.check();
      watched.check();
      assertThat(seen).containsExactly("changed: two", "failed: two");
    }
  }

  @Test
  void afterCloseNothingHappens() throws Exception {
    Watched<SealedDocument> watched = folder.watch();
    watched.close();
    watched.close();
    folder.write(folder.file, "a: two\n");
    watched.check();
    Files.delete(folder.file);
    watched.check();
    watched.check();
    assertThat(folder.events).isEmpty();
    assertThat(watched.current().get("a")).isEqualTo("one");
  }

  @Test
  void closeWaitsForTheListener() throws Exception {
    Queue<String> order = new ConcurrentLinkedQueue<>();
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    ReloadListener<SealedDocument> listener =
        now -> {
          began.countDown();
          try {
            mayEnd.await();
            order.add("the listener returned");
          } catch (InterruptedException e) {
            order.add("the listener was interrupted");
          }
        };
    Watched<SealedDocument> watched = Sealconf.watch(folder.file, folder.often(), listener);
    folder.write(folder.file, "a: two\n");
    began.await();
    Thread closer =
        new Thread(
            () -> {
              watched.close();
              order.add("close returned");
            });
    closer.start();
    while (closer.getState() == Thread.State.NEW || closer.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    mayEnd.countDown();
    closer.join();
    assertThat(order).containsExactly("the listener returned", "close returned");
  }

  @Test
  void theListenerMayClose() throws Exception {
    CompletableFuture<Watched<SealedDocument>> itself = new CompletableFuture<>();
    BlockingQueue<Object> seen = new LinkedBlockingQueue<>();
    ReloadListener<SealedDocument> listener =
        now -> {
          itself.join().close();
          seen.add(Thread.currentThread().isInterrupted());
          seen.add(Thread.currentThread());
        };
    itself.complete(Sealconf.watch(folder.file, folder.often(), listener));
    folder.write(folder.file, "a: two\n");
    assertThat(seen.take()).as("interrupted").isEqualTo(false);
    ((Thread) seen.take()).join();
    assertThat(itself.join().current().get("a")).isEqualTo("two");
  }

  @Test
  void eachThreadIsADaemonWithANameAndEndsAfterClose() throws Exception {
    int many = 20;
    BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
    List<Watched<SealedDocument>> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      all.add(
          Sealconf.watch(folder.file, folder.often(), now -> threads.add(Thread.currentThread())));
    }
    folder.write(folder.file, "a: two\n");
    List<Thread> called = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      called.add(threads.poll(60, TimeUnit.SECONDS));
    }
    assertThat(called).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(called).allMatch(Thread::isDaemon);
    assertThat(called).allMatch(thread -> thread.getName().equals("sealconf-watch"));
    all.forEach(Watched::close);
    for (Thread thread : called) {
      thread.join();
    }
  }
}
