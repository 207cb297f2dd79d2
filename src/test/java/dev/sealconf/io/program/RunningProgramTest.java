package dev.sealconf.io.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RunningProgramTest {
  @TempDir Path folder;
  private ProcessHandle started;

  @AfterEach
  void end() {
    if (started != null) {
      started.destroyForcibly();
    }
  }

  @Test
  void aProgramThatIgnoresTermIsKilledWithTheProgramsThatItStarted() throws Exception {
    RunningProgram program =
        started("trap '' TERM; sleep 100 & echo $! >started; echo >ready; wait");
    program.end(Duration.ofMillis(100));
    started.onExit().get(60, TimeUnit.SECONDS);
    assertThat(program.hasEndedAfter(Duration.ZERO)).isTrue();
  }

  /**
   * The inner shell reports that its {@code sleep} was ended. Java closes the pipes of the outer
   * shell when that exits, so the report must go to another place, or the inner shell gets PIPE.
   */
  @Test
  void aProgramThatEndsByTermLeavesTermForTheProgramsThatItStarted() throws Exception {
    RunningProgram program =
        started(
            "sh -c 'trap \"echo >ended; exit\" TERM; echo >ready; while :; do sleep 0.1; done'"
                + " 2>report & echo $! >started; wait");
    program.end(Duration.ofSeconds(60));
    started.onExit().get(60, TimeUnit.SECONDS);
    assertThat(folder.resolve("ended")).exists();
  }

  /** Starts a command that writes the ID of a process that it starts, and waits until it did. */
  private RunningProgram started(String command) throws IOException {
    TestWorld world = TestWorld.in(folder).with("PATH", "/usr/bin:/bin");
    RunningProgram program =
        new ProgramRun(world.world()).start(Program.ofShell(command, Map.of(), true));
    Path id = folder.resolve("started");
    while (!Files.exists(folder.resolve("ready")) || !Files.exists(id) || Files.size(id) == 0) {
      assertThat(program.hasEndedAfter(Duration.ofMillis(10))).isFalse();
    }
    started = ProcessHandle.of(Long.parseLong(Files.readString(id).strip())).orElseThrow();
    return program;
  }
}
