package dev.sealconf.packaged;

import dev.sealconf.git.scenario.Kind;
import dev.sealconf.git.scenario.RealSops;
import dev.sealconf.git.scenario.Sandbox;
import dev.sealconf.git.scenario.Scenario;
import dev.sealconf.git.scenario.ScenarioRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs {@code testdata/git} with the packaged program, in both modes, for the first format of each
 * script; only a few of them unless {@code SEALCONF_GIT_TESTS=all}. {@code ScenarioTest} runs them
 * for all formats, without a new Java for each command.
 */
class GitScenariosIT {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> runsAsWritten() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Scenario scenario : Scenario.all()) {
      for (Scenario.Mode mode : scenario.modes()) {
        Kind kind = scenario.kinds().iterator().next();
        Path root = folder.resolve(scenario.name() + mode);
        if (scenario.isWantedPackaged(mode, kind)) {
          tests.add(
              DynamicTest.dynamicTest(
                  scenario.name() + " " + mode, () -> run(scenario, mode, kind, root)));
        }
      }
    }
    return tests.stream();
  }

  private static void run(Scenario scenario, Scenario.Mode mode, Kind kind, Path root)
      throws Exception {
    Sandbox sandbox =
        new Sandbox(Files.createDirectory(root), Packaged.DISTRIBUTION.resolve("bin/sealconf"));
    new ScenarioRun(scenario, mode, kind, sandbox, true).run();
    if (!scenario.forges()) {
      RealSops.requireOpensAll(sandbox);
    }
  }
}
