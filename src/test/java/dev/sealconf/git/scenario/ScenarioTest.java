package dev.sealconf.git.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs {@code testdata/git} against real git, each script in both modes and for all formats, with
 * the program in this process. {@code GitScenariosIT} runs them with the packaged program.
 */
class ScenarioTest {
  @TempDir Path folder;
  private ServedProgram program;

  @BeforeEach
  void serve() throws Exception {
    program = new ServedProgram(Files.createDirectory(folder.toRealPath().resolve("served")));
  }

  @AfterEach
  void close() throws Exception {
    program.close();
  }

  @TestFactory
  Stream<DynamicTest> runsAsWritten() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Scenario scenario : Scenario.all()) {
      for (Scenario.Mode mode : scenario.modes()) {
        for (Kind kind : scenario.kinds()) {
          String name = scenario.name() + " " + mode + " " + kind;
          Path root = folder.resolve(name.replace(' ', '-'));
          if (scenario.isWanted(mode, kind)) {
            tests.add(DynamicTest.dynamicTest(name, () -> run(scenario, mode, kind, root)));
          }
        }
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  private void run(Scenario scenario, Scenario.Mode mode, Kind kind, Path root) throws Exception {
    Sandbox sandbox = new Sandbox(Files.createDirectory(root), program.file());
    new ScenarioRun(scenario, mode, kind, sandbox, false).run();
    if (!scenario.forges()) {
      RealSops.requireOpensAll(sandbox);
    }
  }
}
