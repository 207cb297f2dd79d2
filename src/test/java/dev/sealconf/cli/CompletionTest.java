package dev.sealconf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.io.TestWorld;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The completion scripts, in the shells that are installed here. */
class CompletionTest {
  @TempDir Path folder;

  private Path script(String shell) throws IOException {
    TestWorld world = TestWorld.in(folder);
    assertThat(CommandLines.run(world.world(), "sealconf", List.of("completion", shell))).isZero();
    return Files.writeString(folder.resolve("completion." + shell), world.out());
  }

  /** What the shell prints; ends the test as skipped if there is no such shell. */
  private static String run(String... command) throws Exception {
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(dir -> Files.isExecutable(Path.of(dir, command[0])));
    if (!there) {
      System.err.println("SKIPPED: the completion script for " + command[0] + ": no such shell");
      Assumptions.abort("no " + command[0]);
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    byte[] out = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).as(new String(out, StandardCharsets.UTF_8)).isZero();
    return new String(out, StandardCharsets.UTF_8);
  }

  private String bash(String... words) throws Exception {
    String line =
        "%s source %s; COMP_WORDS=(sealconf %s); COMP_CWORD=%d; _sealconf; echo ${COMPREPLY[@]}"
            .formatted(bashStub(), script("bash"), String.join(" ", words), words.length);
    return run("bash", "-c", line).strip();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void theShellAcceptsTheScript(String shell) throws Exception {
    assertThat(run(shell, "-n", script(shell).toString())).isEmpty();
  }

  @Test
  void completesVerbsFlagsAndTypesInBash() throws Exception {
    assertThat(bash("decr")).isEqualTo("decrypt");
    assertThat(bash("decrypt", "--ig")).isEqualTo("--ignore-mac");
    assertThat(bash("decrypt", "--input-type", "d")).isEqualTo("dotenv");
    assertThat(bash("completion", "f")).isEqualTo("fish");
    assertThat(bash("decrypt", "--extract", "''")).isEmpty();
    assertThat(bash("decrypt", "secr")).isEmpty();
  }

  @Test
  void completesTheWordsOfKeysAndGroupsInBash() throws Exception {
    assertThat(bash("keys", "''")).isEqualTo("tink");
    assertThat(bash("keys", "tink", "''")).isEqualTo("create rotate list export");
    assertThat(bash("groups", "''")).isEqualTo("add delete");
    assertThat(bash("groups", "add", "--ag")).isEqualTo("--age");
    assertThat(bash("groups", "add", "--rm")).isEmpty();
    assertThat(bash("help", "decr")).isEqualTo("decrypt");
  }

  @Test
  void completesPathsInAFileInBash() throws Exception {
    place();
    assertThat(bash("set", file(), "''"))
        .isEqualTo("'[\"db\"]' '[\"db\"][\"password\"]' '[\"list\"]' '[\"list\"][0]'");
    assertThat(bash("unset", file(), "\\'[\\\"l")).isEqualTo("[\"list\"] [\"list\"][0]");
    assertThat(bash("set", "--output-type", "json", file(), "''")).startsWith("'[\"db\"]'");
    assertThat(bash("decrypt", file(), "--extract", "''")).startsWith("'[\"db\"]'");
    assertThat(bash("decrypt", "--extract", "''")).isEmpty();
  }

  @Test
  void completesPathsAndWordsInFish() throws Exception {
    place();
    String source = stub() + "source " + script("fish") + "; complete -C ";
    assertThat(run("fish", "-c", source + "'sealconf set " + file() + " '"))
        .contains("[\"db\"][\"password\"]");
    assertThat(run("fish", "-c", source + "'sealconf groups '")).contains("add").contains("delete");
    assertThat(run("fish", "-c", source + "'sealconf keys '")).contains("tink").contains("rotate");
  }

  private void place() throws IOException {
    Files.writeString(folder.resolve("f.yaml"), "db:\n  password: x\nlist: [1]\n");
  }

  private String file() {
    return folder.resolve("f.yaml").toString();
  }

  private String bashStub() throws IOException {
    if (!Files.exists(folder.resolve("f.yaml"))) {
      return "";
    }
    return stub().replace("function sealconf;", "sealconf() {").replace("; end; ", "; };");
  }

  /** The program as the scripts call it: what it says of the file, and nothing else. */
  private String stub() {
    TestWorld world = TestWorld.in(folder);
    assertThat(CommandLines.run(world.world(), "sealconf", List.of("completion", "places", file())))
        .isZero();
    return "function sealconf; printf '%s' '" + world.out() + "'; end; ";
  }

  @Test
  void completesVerbsAndFlagsInFish() throws Exception {
    String source = "source " + script("fish") + "; complete -C ";
    assertThat(run("fish", "-c", source + "'sealconf decr'")).startsWith("decrypt\tDecrypt");
    assertThat(run("fish", "-c", source + "'sealconf decrypt --ig'")).startsWith("--ignore-mac\t");
  }

  @Test
  void zshLoadsTheCompletion() throws Exception {
    String line =
        "autoload -U compinit; compinit -u -d %s/dump; source %s; echo ${_comps[sealconf]}"
            .formatted(folder, script("zsh"));
    assertThat(run("zsh", "-fc", line).strip()).isEqualTo("_sealconf");
  }
}
