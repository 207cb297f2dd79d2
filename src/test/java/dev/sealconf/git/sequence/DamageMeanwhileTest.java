package dev.sealconf.git.sequence;

import dev.sealconf.git.scenario.Sandbox;
import dev.sealconf.git.scenario.ServedProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While git commands run, files of the program's cache are deleted, cut off and overwritten. */
class DamageMeanwhileTest {
  private static final int STEPS = 30;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void filesHoldWhatTheModelSays(int seed) throws Exception {
    Path served = Files.createDirectory(folder.toRealPath().resolve("served"));
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (ServedProgram program = new ServedProgram(served)) {
      Sandbox sandbox = new Sandbox(Files.createDirectory(folder.resolve("root")), program.file());
      Run run = new Run(seed, sandbox);
      CacheDamage damage = new CacheDamage(run.folder, new Random(seed));
      Future<?> meanwhile =
          thread.submit(
              () -> {
                while (!over.get()) {
                  damage.some();
                  Thread.yield();
                }
                return null;
              });
      Sequence.run(run, STEPS, true);
      over.set(true);
      meanwhile.get();
    } finally {
      over.set(true);
      thread.shutdown();
    }
  }
}
