package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.git.scenario.Kind;
import dev.sealconf.git.scenario.RealSops;
import dev.sealconf.git.scenario.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two branches change one file. Different values merge by themselves; the same value is a conflict,
 * which a person resolves at a terminal. Real SOPS opens every blob.
 */
@Timeout(240)
class GitConflictTerminalIT {
  private static final String SEALCONF = Packaged.DISTRIBUTION.resolve("bin/sealconf").toString();
  private static final String CHOICE = "[q]uit: ";

  @TempDir Path folder;
  private Sandbox sandbox;
  private Path work;
  private Path file;

  @BeforeEach
  void open() throws Exception {
    sandbox = new Sandbox(folder, Path.of(SEALCONF));
    work = sandbox.repository("main", true);
  }

  @ParameterizedTest
  @EnumSource(names = "BINARY", mode = EnumSource.Mode.EXCLUDE)
  void differentValuesMergeByThemselves(Kind kind) throws Exception {
    branches(kind, values("root", "one"), values("admin", "two"));
    sandbox.git(work, "merge", "-q", "-m", "merged", "theirs").expectOk();
    requireHolds(kind, values("root", "two"));
  }

  @ParameterizedTest
  @EnumSource(names = "BINARY", mode = EnumSource.Mode.EXCLUDE)
  void aPersonTypesAnotherValue(Kind kind) throws Exception {
    branches(kind, values("root", "ours"), values("admin", "theirs"));
    assertThat(sandbox.git(work, "merge", "-q", "theirs").exit()).isEqualTo(1);
    sandbox.scan();
    try (Terminal terminal = run("'" + SEALCONF + "' git mergetool; echo ended $?")) {
      terminal.await("password");
      terminal.answer(CHOICE, "v\n");
      terminal.answer(": ", "new" + sandbox.marker + "\n");
      terminal.await("ended 0");
      terminal.end();
      assertThat(terminal.shown()).doesNotContain(sandbox.marker);
    }
    sandbox.git(work, "commit", "-q", "-m", "merged").expectOk();
    requireHolds(kind, values("root", "new"));
  }

  @ParameterizedTest
  @EnumSource(names = "BINARY", mode = EnumSource.Mode.EXCLUDE)
  void aPersonTakesTheirSide(Kind kind) throws Exception {
    branches(kind, values("root", "ours"), values("admin", "theirs"));
    assertThat(sandbox.git(work, "merge", "-q", "theirs").exit()).isEqualTo(1);
    try (Terminal terminal = run("'" + SEALCONF + "' git mergetool; echo ended $?")) {
      terminal.answer(CHOICE, "t\n");
      terminal.await("ended 0");
      terminal.end();
    }
    sandbox.git(work, "commit", "-q", "-m", "merged").expectOk();
    requireHolds(kind, values("root", "theirs"));
  }

  @ParameterizedTest
  @EnumSource(names = "BINARY", mode = EnumSource.Mode.EXCLUDE)
  void aPersonEditsTheConflictMarkersInVim(Kind kind) throws Exception {
    branches(kind, values("root", "ours"), values("admin", "theirs"));
    assertThat(sandbox.git(work, "merge", "-q", "theirs").exit()).isEqualTo(1);
    sandbox.scan();
    String vim = Peers.VIM.path() + " -u NONE -i NONE -n ";
    try (Terminal terminal = run(vim + file.getFileName() + "; echo ended $?")) {
      terminal.await("<<<<<<<");
      // What is between our marker and theirs stays, and then the markers go.
      terminal.type(":g/^|||||||/,/^=======/-1d\r:g/^=======/,/^>>>>>>>/-1d\r");
      terminal.type(":g/^<<<<<<<\\|^>>>>>>>/d\r:wq\r");
      terminal.await("ended 0");
      terminal.end();
    }
    sandbox.git(work, "add", ".").expectOk();
    sandbox.git(work, "commit", "-q", "-m", "merged").expectOk();
    requireHolds(kind, values("root", "ours"));
  }

  private void branches(Kind kind, Map<String, String> ours, Map<String, String> theirs)
      throws IOException {
    file = work.resolve("app." + kind.extension());
    Files.write(file, kind.text(values("admin", "one")));
    sandbox.git(work, "add", ".").expectOk();
    sandbox.git(work, "commit", "-q", "-m", "first").expectOk();
    sandbox.git(work, "switch", "-q", "-c", "theirs").expectOk();
    Files.write(file, kind.text(theirs));
    sandbox.git(work, "commit", "-q", "-a", "-m", "theirs").expectOk();
    sandbox.git(work, "switch", "-q", "main").expectOk();
    Files.write(file, kind.text(ours));
    sandbox.git(work, "commit", "-q", "-a", "-m", "ours").expectOk();
  }

  private Map<String, String> values(String user, String password) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("user", user + sandbox.marker);
    values.put("password", password + sandbox.marker);
    values.put("port", "5432" + sandbox.marker);
    return values;
  }

  private void requireHolds(Kind kind, Map<String, String> values) throws IOException {
    assertThat(file).hasBinaryContent(kind.text(values));
    assertThat(sandbox.status(work)).isEmpty();
    sandbox.scan();
    RealSops.requireOpensAll(sandbox);
  }

  private Terminal run(String command) throws IOException {
    return Terminal.run(work, sandbox.environment(), command);
  }
}
