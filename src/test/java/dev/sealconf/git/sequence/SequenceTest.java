package dev.sealconf.git.sequence;

import dev.sealconf.git.scenario.RealSops;
import dev.sealconf.git.scenario.Sandbox;
import dev.sealconf.git.scenario.ServedProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random sequences of git commands on files that the filter encrypts, with seeds from 1 on. After
 * each command, {@code git status} and all files are as the model says, and git holds no secret. In
 * every fourth sequence, what the program remembers is damaged between the commands: files still
 * hold what they must, but a file that goes back to an old text may get a new blob, so that nothing
 * is said about the status. There are 2,000 with {@code SEALCONF_GIT_TESTS=all}, else few.
 */
class SequenceTest {
  private static final int COUNT =
      Integer.getInteger(
          "sequences", "all".equals(System.getenv("SEALCONF_GIT_TESTS")) ? 2000 : 20);
  private static final int IN_A_TEST = 20;
  private static final int STEPS = 6;
  private static final int FIRST = Integer.getInteger("seed", 1);

  @TempDir Path folder;
  private ServedProgram program;
  private ExecutorService threads;

  @BeforeEach
  void open() throws Exception {
    Path served = Files.createDirectory(folder.toRealPath().resolve("served"));
    program = new ServedProgram(served);
    threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  }

  @AfterEach
  void close() throws Exception {
    threads.shutdownNow();
    program.close();
  }

  @TestFactory
  Stream<DynamicTest> filesHoldWhatTheModelSays() {
    return IntStream.iterate(FIRST, seed -> seed < FIRST + COUNT, seed -> seed + IN_A_TEST)
        .mapToObj(seed -> DynamicTest.dynamicTest("seeds from " + seed, () -> runFrom(seed)));
  }

  private void runFrom(int first) throws Exception {
    List<Future<?>> runs = new ArrayList<>();
    for (int seed = first; seed < Math.min(first + IN_A_TEST, FIRST + COUNT); seed++) {
      int number = seed;
      runs.add(
          threads.submit(
              () -> {
                run(number);
                return null;
              }));
    }
    for (Future<?> run : runs) {
      run.get();
    }
  }

  private void run(int seed) throws Exception {
    Path root = Files.createDirectory(folder.resolve("s" + seed));
    Sandbox sandbox = new Sandbox(root, program.file());
    Run run = new Run(seed, sandbox);
    try {
      Sequence.run(run, STEPS, seed % 4 == 0);
      if (seed % 20 == 1) {
        RealSops.requireOpensAll(sandbox);
      }
    } catch (Exception | AssertionError e) {
      throw new AssertionError(
          "seed " + seed + ":\n" + String.join("\n", run.log) + "\n" + e.getMessage(), e);
    }
  }
}
