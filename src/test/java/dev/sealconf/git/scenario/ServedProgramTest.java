package dev.sealconf.git.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that runs in the test's process behaves like a process. */
class ServedProgramTest {
  private static final int RUNS = 100;

  @TempDir Path folder;

  @Test
  void itHasStreamsFolderEnvironmentAndExitCode() throws Exception {
    Path served = Files.createDirectory(folder.toRealPath().resolve("served"));
    try (ServedProgram program = new ServedProgram(served)) {
      Sandbox sandbox =
          new Sandbox(Files.createDirectory(folder.resolve("sandbox")), program.file());
      Files.writeString(sandbox.root().resolve("a.yaml"), "a: b\n");
      for (int i = 0; i < RUNS; i++) {
        Sandbox.Result help = sandbox.sealconf(sandbox.root(), "--version");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).as("run %d", i).startsWith("sealconf");
        Sandbox.Result failed = sandbox.sealconf(sandbox.root(), "decrypt", "x  y");
        assertThat(failed.exit()).isNotZero();
        assertThat(failed.err()).as("run %d", i).contains("x  y");
      }
    }
  }
}
