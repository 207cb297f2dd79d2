package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.git.scenario.Kind;
import dev.sealconf.git.scenario.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Git, or the filter that it has started, is killed at some moment of its work. Git then holds no
 * plain text, and the same command, run again, gives the right result.
 */
class GitCrashIT {
  private static final int FILES = 25;
  private static final int TIMES = "all".equals(System.getenv("SEALCONF_GIT_TESTS")) ? 12 : 4;

  @TempDir Path folder;
  private final Random moments = new Random(11);
  private Sandbox sandbox;
  private Path work;

  @BeforeEach
  void open() throws Exception {
    sandbox = new Sandbox(folder, Packaged.DISTRIBUTION.resolve("bin/sealconf"));
    work = sandbox.repository("main", true);
    write("one");
    sandbox.git(work, "add", ".").expectOk();
    sandbox.git(work, "commit", "-q", "-m", "one").expectOk();
    sandbox.git(work, "switch", "-q", "-c", "two").expectOk();
    write("two");
    sandbox.git(work, "commit", "-q", "-a", "-m", "two").expectOk();
  }

  @Test
  void gitIsKilledDuringACheckout() throws Exception {
    long nanos = nanosOf("checkout", "-q", "main");
    for (int i = 0; i < TIMES; i++) {
      String branch = i % 2 == 0 ? "two" : "main";
      kill(sandbox.start(work, List.of("git", "checkout", "-q", branch)), nanos, false);
      sandbox.scan();
      sandbox.git(work, "checkout", "-q", "-f", branch).expectOk();
      requireHolds(branch.equals("two") ? "two" : "one");
    }
  }

  @Test
  void gitIsKilledDuringAnAdd() throws Exception {
    write("three");
    long nanos = nanosOf("add", ".");
    for (int i = 0; i < TIMES; i++) {
      write("round" + i);
      kill(sandbox.start(work, List.of("git", "add", ".")), nanos, false);
      sandbox.scan();
      sandbox.git(work, "add", ".").expectOk();
      sandbox.git(work, "commit", "-q", "-m", "round").expectOk();
      requireHolds("round" + i);
    }
    checkOutAnew("round" + (TIMES - 1));
  }

  @Test
  void theFilterIsKilledDuringAnAdd() throws Exception {
    write("three");
    long nanos = nanosOf("add", ".");
    for (int i = 0; i < TIMES; i++) {
      write("round" + i);
      kill(sandbox.start(work, List.of("git", "add", ".")), nanos, true);
      sandbox.scan();
      sandbox.git(work, "add", ".").expectOk();
      sandbox.git(work, "commit", "-q", "-m", "round").expectOk();
      requireHolds("round" + i);
    }
    checkOutAnew("round" + (TIMES - 1));
  }

  @Test
  void theFilterIsKilledDuringACheckout() throws Exception {
    long nanos = nanosOf("checkout", "-q", "main");
    for (int i = 0; i < TIMES; i++) {
      String branch = i % 2 == 0 ? "two" : "main";
      kill(sandbox.start(work, List.of("git", "checkout", "-q", branch)), nanos, true);
      sandbox.scan();
      sandbox.git(work, "checkout", "-q", "-f", branch).expectOk();
      requireHolds(branch.equals("two") ? "two" : "one");
    }
  }

  private long nanosOf(String... words) throws IOException {
    long start = System.nanoTime();
    sandbox.git(work, words).expectOk();
    return System.nanoTime() - start;
  }

  /** Kills git at a moment of its run, or the filter, and waits until both have ended. */
  private void kill(Process git, long nanos, boolean onlyFilter) throws Exception {
    git.waitFor(moments.nextLong(nanos), TimeUnit.NANOSECONDS);
    List<ProcessHandle> filter = git.descendants().toList();
    if (onlyFilter) {
      filter.forEach(ProcessHandle::destroyForcibly);
    } else {
      git.destroyForcibly();
    }
    assertThat(git.waitFor(60, TimeUnit.SECONDS)).isTrue();
    for (ProcessHandle process : filter) {
      process.onExit().get(60, TimeUnit.SECONDS);
    }
    Files.deleteIfExists(work.resolve(".git/index.lock")); // git asks its user to do so
  }

  private void checkOutAnew(String what) throws IOException {
    for (int i = 0; i < FILES; i++) {
      Files.delete(file(i));
    }
    sandbox.git(work, "checkout", "-q", ".").expectOk();
    requireHolds(what);
  }

  private void write(String what) throws IOException {
    for (int i = 0; i < FILES; i++) {
      Files.write(file(i), text(i, what));
    }
  }

  private void requireHolds(String what) throws IOException {
    for (int i = 0; i < FILES; i++) {
      assertThat(file(i)).hasBinaryContent(text(i, what));
    }
    assertThat(sandbox.status(work)).isEmpty();
    sandbox.scan();
  }

  private Path file(int number) {
    return work.resolve("f" + number + "." + kind(number).extension());
  }

  private static Kind kind(int number) {
    return Kind.values()[number % Kind.values().length];
  }

  private byte[] text(int number, String what) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("number", number + sandbox.marker);
    values.put("what", what + sandbox.marker);
    return kind(number).text(values);
  }
}
