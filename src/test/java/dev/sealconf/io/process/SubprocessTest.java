package dev.sealconf.io.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SubprocessTest {
  @TempDir Path folder;

  @Test
  void passesArgumentsAndEnvironmentUnchangedAndNothingElse() throws IOException {
    Path program = script("printf '%s|' \"$@\" \"$ADDED\" \"$HOME\" \"$PWD\"; cat");
    byte[] out = output(List.of(program.toString(), "a b", "$(id)"), Map.of("ADDED", "x"));

    assertThat(out)
        .asString()
        .isEqualTo("a b|$(id)|x|" + folder.resolve("home") + "|" + folder.toRealPath() + "|");
  }

  @Test
  void findsProgramsOnlyInAbsoluteFoldersOfThePath() throws IOException {
    script("echo mine");
    TestWorld world = TestWorld.in(folder).with("PATH", ".:" + folder.getRoot());

    assertThat(failure(world, List.of("program"))).isEqualTo("can't find 'program' on the PATH");
    world.with("PATH", ".:" + folder + ":/usr/bin:/bin");
    assertThat(run(world, List.of("program"))).asString().isEqualTo("mine\n");
  }

  @Test
  void namesTheProgramThatFailsButNotItsArguments() throws IOException {
    Path program = script("echo secret; exit 3");
    TestWorld world = world();

    assertThat(failure(world, List.of(program.toString(), "secret")))
        .isEqualTo("'" + program + "' failed with exit code 3");
    assertThat(failure(world, List.of(folder + "/none")))
        .isEqualTo("can't start '" + folder + "/none'");
  }

  /** Since Java 25, tasks that are only due later would wait for this pool, too. */
  @Test
  void stopsAProgramWhileJavasSharedPoolIsBlocked() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    for (int i = 0; i < ForkJoinPool.getCommonPoolParallelism(); i++) {
      ForkJoinPool.commonPool()
          .execute(
              () -> {
                try {
                  over.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
    }
    try {
      String slow = script("exec sleep 60").toString();
      assertThat(failure(world(), List.of(slow))).endsWith("took longer than 5 seconds");
    } finally {
      over.countDown();
    }
  }

  @Test
  void stopsProgramsThatRunTooLongOrPrintTooMuch() throws IOException {
    String slow = script("exec sleep 60").toString();
    assertThat(failure(world(), List.of(slow))).endsWith("took longer than 5 seconds");

    String loud = script("exec head -c 17000000 /dev/zero").toString();
    assertThat(failure(world(), List.of(loud))).endsWith("prints more than 16 MiB");
  }

  @Test
  void exchangesBytesWithAProgramThatReadsAndWritesAtOnce() throws IOException {
    byte[] much = new byte[1 << 20];
    new Random(1).nextBytes(much);
    Path program = script("cat; echo what >&2; exit 7");
    Subprocess.Result result = exchange(program, much);

    assertThat(result.status()).isEqualTo(7);
    assertThat(result.out()).isEqualTo(much);
    assertThat(result.errors()).isEqualTo("what\n");
  }

  @Test
  void acceptsAProgramThatDoesNotReadItsInput() throws IOException {
    assertThat(exchange(script("exit 3"), new byte[1 << 20]).status()).isEqualTo(3);
  }

  @Test
  void keepsOnlyTheStartOfLongErrors() throws IOException {
    Path program = script("echo first >&2; head -c 1000000 /dev/zero >&2; echo done");
    Subprocess.Result result = exchange(program, new byte[0]);

    assertThat(result.out()).asString().isEqualTo("done\n");
    assertThat(result.errors()).startsWith("first\n").hasSize(64 << 10);
  }

  @Test
  void doesNotWaitForChildrenThatAProgramLeavesBehind() throws IOException {
    Path program = script("echo said >&2; sleep 5 >/dev/null & exit 0");

    assertThat(exchange(program, new byte[0]).errors()).isEqualTo("said\n");
  }

  private Subprocess.Result exchange(Path program, byte[] input) {
    return new Subprocess(world().world(), Duration.ofSeconds(20))
        .exchange(List.of(program.toString()), input);
  }

  private byte[] output(List<String> command, Map<String, String> additions) {
    return new Subprocess(world().world(), Duration.ofMinutes(1)).output(command, additions);
  }

  private static byte[] run(TestWorld world, List<String> command) {
    return new Subprocess(world.world(), Duration.ofSeconds(5)).output(command, Map.of());
  }

  private static String failure(TestWorld world, List<String> command) {
    SealconfException failure =
        catchThrowableOfType(SealconfException.class, () -> run(world, command));
    assertThat(failure).isNotNull();
    return failure.getMessage();
  }

  private TestWorld world() {
    return TestWorld.in(folder).with("PATH", "/usr/bin:/bin");
  }

  private Path script(String text) throws IOException {
    Path file = folder.resolve("program");
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
