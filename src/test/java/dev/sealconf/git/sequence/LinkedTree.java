package dev.sealconf.git.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/** A linked work tree, for a moment. */
final class LinkedTree {
  private LinkedTree() {}

  /** Makes one of a commit, and fails unless its files are those of the commit, and unchanged. */
  static void check(Run run, Commit commit) throws IOException {
    Path tree = run.sandbox.root().resolve("linked");
    run.git("worktree", "add", "-q", "--detach", tree.toString(), commit.id());
    for (Map.Entry<String, Content> file : commit.tree().entrySet()) {
      Path path = tree.resolve(file.getKey());
      assertThat(Files.readAllBytes(path)).isEqualTo(file.getValue().bytes(file.getKey()));
      Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
    }
    assertThat(run.sandbox.status(tree)).as("status in a linked work tree").isEmpty();
    run.git("worktree", "remove", tree.toString());
  }
}
