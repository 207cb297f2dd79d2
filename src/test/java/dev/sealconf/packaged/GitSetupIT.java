package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real git runs the program, which is in a folder with a blank in its name, as are the repository
 * and its clones. Hooks are left out: they have tests of their own.
 */
class GitSetupIT {
  private static final String ORIGIN =
      """
      exec 2>&1
      set -eu
      export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL="$HOME/gitconfig"
      git config --global user.name Ada
      git config --global user.email ada@example.com
      git config --global protocol.file.allow always
      git config --global uploadpack.allowFilter true
      git config --global init.defaultBranch main
      here=$PWD
      install() { sealconf git install --program "$(command -v sealconf)" "$@" > "$here/installed"; }
      commit() { git add --all && git commit --quiet --no-verify --message change; }
      git init --quiet 'the origin' && cd 'the origin'
      printf 'creation_rules:\\n  - age: %s\\n' "$SOPS_AGE_RECIPIENTS" > .sops.yaml
      install --transparent 'secrets/**'
      mkdir -p secrets/deep other
      printf '# production\\npassword: hunter2\\n' > secrets/a.yaml
      printf 'PASSWORD=hunter2\\n' > 'secrets/deep/the b.env'
      printf 'hunter2' > secrets/c.bin
      printf 'plain\\n' > other/readme.txt
      commit
      cd "$here"
      clone() { git clone --quiet "$@" "file://$here/the origin" 'the clone' && cd 'the clone'; }
      """;

  @TempDir Path folder;
  private Packaged program;

  @BeforeEach
  void copyTheProgram() throws IOException {
    program =
        new Packaged(Files.createDirectory(folder.resolve("the work")))
            .withKey()
            .copiedTo(folder.resolve("the program"));
  }

  private String run(String script) throws IOException, InterruptedException {
    Packaged.Result result = program.shell(ORIGIN + script);
    assertThat(result.exit()).as(result.out()).isZero();
    return result.out();
  }

  @Test
  void oneCommandMakesACloneReadable() throws IOException, InterruptedException {
    String printed =
        run(
            """
            clone
            grep -c ENC secrets/a.yaml
            install
            tail -n 1 "$here/installed"
            cat secrets/a.yaml 'secrets/deep/the b.env' secrets/c.bin; echo
            git status --short
            sealconf git doctor | grep -v ^ok || true
            """);

    assertThat(printed)
        .isEqualTo(
            """
            5
            Decrypted 3 files.
            # production
            password: hunter2
            PASSWORD=hunter2
            hunter2
            warning: git diff writes plaintext to temporary files on disk, in '/tmp'
              hint: set TMPDIR to a folder in memory: export TMPDIR="$XDG_RUNTIME_DIR"
            """);
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
            echo 'more: 2' >> secrets/a.yaml
            sealconf git lock --force && sealconf git unlock
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
            Encrypted 3 files.
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
        .contains("warning: 3 files stay encrypted, among them 'secrets/a.yaml': no key at hand")
        .contains("Decrypted 0 files.\n")
        .endsWith("Decrypted 3 files.\n");
  }

  @Test
  void uninstallLeavesACloneAsItWas() throws IOException, InterruptedException {
    String printed =
        run(
            """
            clone
            cp .git/config "$here/config" && ls -A .git > "$here/before"
            install
            sealconf git uninstall || true
            sealconf git lock && sealconf git uninstall > /dev/null
            cmp .git/config "$here/config" && ls -A .git | diff "$here/before" - && echo same
            git status --short
            ls .git/hooks | grep -v sample || true
            """);

    assertThat(printed)
        .contains("error: 'secrets/a.yaml' is plaintext: without the filter, git add would store")
        .endsWith("Encrypted 3 files.\nsame\n");
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
  void setsUpASubmodule() throws IOException, InterruptedException {
    String printed =
        run(
            """
            git init --quiet outer && cd outer
            git submodule --quiet add "file://$here/the origin" 'the module'
            git submodule --quiet foreach 'sealconf git install --program "$(command -v sealconf)"' \
              > /dev/null
            cat 'the module/secrets/a.yaml'
            git config filter.sealconf.process || echo not in the outer repository
            echo 'b: 1' >> 'the module/secrets/a.yaml'
            git -C 'the module' add --all
            git -C 'the module' show :secrets/a.yaml | grep -c ENC
            git -C 'the module' reset --quiet --hard
            cd 'the module' && sealconf git lock && sealconf git unlock
            """);

    assertThat(printed)
        .isEqualTo(
            """
            # production
            password: hunter2
            not in the outer repository
            6
            Encrypted 3 files.
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
  void globalSettingsDecryptWhileGitClones() throws IOException, InterruptedException {
    String printed =
        run(
            """
            install --global
            clone
            cat secrets/a.yaml
            git status --short
            install && cat "$here/installed"
            """);

    assertThat(printed)
        .isEqualTo(
            """
            # production
            password: hunter2
            Git's settings are there already.
            Wrote the hook '.git/hooks/pre-commit'
            Wrote the hook '.git/hooks/pre-push'
            """);
  }

  @Test
  void stagesAValueOfAPlainFile() throws IOException, InterruptedException {
    String printed =
        run(
            """
            clone && install
            printf '# production\\npassword: other\\nuser: ada\\n' > secrets/a.yaml
            cd secrets && sealconf git stage a.yaml --key password
            git status --short
            git show :secrets/a.yaml > "$here/staged.yaml" && sealconf decrypt "$here/staged.yaml"
            git commit --quiet --no-verify --message x && git stash --quiet && cat a.yaml
            git stash pop --quiet && cat a.yaml && git status --short
            """);

    assertThat(printed)
        .isEqualTo(
            """
            MM a.yaml
            # production
            password: other
            # production
            password: other
            # production
            password: other
            user: ada
             M a.yaml
            """);
  }
}
