package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks and unlocks work trees in which real git runs the program. */
class GitLockIT {
  @TempDir Path folder;
  private GitOrigin origin;

  @BeforeEach
  void copyTheProgram() throws IOException {
    origin = new GitOrigin(folder);
  }

  private String run(String script) throws IOException, InterruptedException {
    return origin.run(script);
  }

  @Test
  void lockEncryptsTheWorkTreeUntilUnlock() throws IOException, InterruptedException {
    String printed =
        run(
            """
            clone && install
            sealconf git lock
            grep -rl hunter2 . || echo no plaintext
            git status --short
            touch secrets/*.yaml && git status --short
            git checkout --quiet -b other && echo changed >> other/readme.txt && commit
            git checkout --quiet main && git checkout --quiet other
            grep -rl hunter2 . || echo still no plaintext
            sealconf git unlock
            cat secrets/a.yaml
            git status --short
            """);

    assertThat(printed)
        .isEqualTo(
            """
            Encrypted 3 files.
            no plaintext
            still no plaintext
            Decrypted 3 files.
            # production
            password: hunter2
            """);
  }

  @Test
  void neitherLosesChangesUnlessForced() throws IOException, InterruptedException {
    String printed =
        run(
            """
            clone && install
            echo 'added: 1' >> secrets/a.yaml
            sealconf git lock || cat secrets/a.yaml
            git add secrets/a.yaml && sealconf git lock
            echo '# by hand' >> secrets/a.yaml
            sealconf git unlock || tail -n 1 secrets/a.yaml
            sealconf git unlock --force
            cat secrets/a.yaml
            """);

    assertThat(printed)
        .isEqualTo(
            """
            sealconf: error: 'secrets/a.yaml' has changes that would be lost
            hint: keep them: git add 'secrets/a.yaml'
            hint: or lose them: sealconf git lock --force
            # production
            password: hunter2
            added: 1
            Encrypted 3 files.
            sealconf: error: 'secrets/a.yaml' has changes that would be lost
            hint: keep them: git add 'secrets/a.yaml'
            hint: or lose them: sealconf git unlock --force
            # by hand
            Decrypted 3 files.
            # production
            password: hunter2
            added: 1
            """);
  }

  @Test
  void lockWorksWithoutAKeyAndUnlockSaysThatThereIsNone() throws IOException, InterruptedException {
    String printed =
        run(
            """
            clone && install
            SOPS_AGE_KEY= sealconf git lock
            SOPS_AGE_KEY= sealconf git unlock
            git status --short
            sealconf git unlock
            """);

    assertThat(printed)
        .contains("Encrypted 3 files.\n")
        .contains("warning: 3 files stay encrypted, among them 'secrets/a.yaml'; to see why:")
        .contains("Decrypted 0 files.\n")
        .endsWith("Decrypted 3 files.\n");
  }

  @Test
  void locksOneLinkedWorkTreeOnly() throws IOException, InterruptedException {
    String printed =
        run(
            """
            clone && install
            git worktree add --quiet -b linked '../a linked tree' && cd '../a linked tree'
            cat secrets/a.yaml
            sealconf git lock
            grep -rl hunter2 . || echo no plaintext
            grep -c hunter2 '../the clone/secrets/a.yaml'
            git status --short && git -C '../the clone' status --short
            sealconf git unlock
            """);

    assertThat(printed)
        .isEqualTo(
            """
            # production
            password: hunter2
            Encrypted 3 files.
            no plaintext
            1
            Decrypted 3 files.
            """);
  }

  @Test
  void leavesFilesOutThatASparseCheckoutLeavesOut() throws IOException, InterruptedException {
    String printed =
        run(
            """
            clone --filter=blob:none --sparse
            git sparse-checkout set --no-cone '/*' '!secrets/deep/' 2> /dev/null
            install
            sealconf git lock && sealconf git unlock
            ls secrets
            sealconf git status
            git status --short
            git sparse-checkout disable
            cat 'secrets/deep/the b.env'
            """);

    assertThat(printed)
        .isEqualTo(
            """
            Encrypted 2 files.
            Decrypted 2 files.
            a.yaml
            c.bin
            mode         in git       in work tree     key  path
            transparent  encrypted    plaintext        yes  secrets/a.yaml
            transparent  encrypted    plaintext        yes  secrets/c.bin
            transparent  not fetched  not checked out  -    secrets/deep/the b.env
            PASSWORD=hunter2
            """);
  }

  @Test
  void refusesAFileWithAConflict() throws IOException, InterruptedException {
    String printed =
        run(
            """
            clone && install
            git checkout --quiet -b one && echo 'b: 1' >> secrets/a.yaml && commit
            git checkout --quiet -b two HEAD~1 && echo 'b: 2' >> secrets/a.yaml && commit
            git merge --quiet one > /dev/null 2>&1 || sealconf git lock || true
            """);

    assertThat(printed).contains("'secrets/a.yaml' has a conflict\n");
  }
}
