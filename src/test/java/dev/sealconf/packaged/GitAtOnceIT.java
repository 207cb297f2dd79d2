package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.git.scenario.Kind;
import dev.sealconf.git.scenario.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two git commands at once in two work trees of one repository, which share the cache. */
class GitAtOnceIT {
  private static final int FILES = 15;
  private static final int ROUNDS = 6;

  @TempDir Path folder;
  private Sandbox sandbox;
  private List<Path> trees;

  @BeforeEach
  void open() throws Exception {
    sandbox = new Sandbox(folder, Packaged.DISTRIBUTION.resolve("bin/sealconf"));
    Path main = sandbox.repository("main", true);
    write(main, "start");
    sandbox.git(main, "add", ".").expectOk();
    sandbox.git(main, "commit", "-q", "-m", "start").expectOk();
    Path other = sandbox.root().resolve("other");
    sandbox.git(main, "worktree", "add", "-q", other.toString()).expectOk();
    trees = List.of(main, other);
  }

  @Test
  void commitsAndCheckoutsDontDisturbEachOther() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (Path tree : trees) {
        write(tree, round + tree.getFileName().toString());
      }
      together("commit", "-q", "-a", "-m", "round");
      together("checkout", "-q", "HEAD~1");
      requireHold(round == 0 ? "start" : null, round - 1);
      together("checkout", "-q", "-");
      requireHold(null, round);
    }
  }

  @Test
  void theSameFilesGetTheSameBlobs() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (Path tree : trees) {
        write(tree, "same" + round);
      }
      together("add", "."); // each makes its own blobs, unless one sees those of the other
      together("status");
      together("commit", "-q", "-m", "round");
      for (Path tree : trees) {
        requireHolds(tree, "same" + round);
      }
    }
  }

  private void together(String... words) throws Exception {
    List<Process> running = new ArrayList<>();
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    for (Path tree : trees) {
      running.add(sandbox.start(tree, command));
    }
    for (Process git : running) {
      assertThat(git.waitFor(120, TimeUnit.SECONDS)).as("%s", command).isTrue();
      String err = new String(git.getErrorStream().readAllBytes());
      assertThat(git.exitValue()).as("%s: %s", command, err).isZero();
    }
    sandbox.scan();
  }

  private void requireHold(String what, int round) throws IOException {
    for (Path tree : trees) {
      requireHolds(tree, what != null ? what : round + tree.getFileName().toString());
    }
  }

  private void requireHolds(Path tree, String what) throws IOException {
    for (int i = 0; i < FILES; i++) {
      assertThat(file(tree, i)).hasBinaryContent(text(i, what));
    }
    assertThat(sandbox.status(tree)).isEmpty();
  }

  private void write(Path tree, String what) throws IOException {
    for (int i = 0; i < FILES; i++) {
      Files.write(file(tree, i), text(i, what));
    }
  }

  private static Path file(Path tree, int number) {
    return tree.resolve("f" + number + "." + kind(number).extension());
  }

  private static Kind kind(int number) {
    return Kind.values()[number % Kind.values().length];
  }

  private byte[] text(int number, String what) {
    return kind(number).text(Map.of("value", number + what + sandbox.marker));
  }
}
