package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real git runs the program in clones, as {@code install} sets them up. */
class GitSetupIT {
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
  void oneCommandMakesACloneReadable() throws IOException, InterruptedException {
    String printed =
        run(
            """
            clone
            grep -cF 'ENC[' secrets/a.yaml
            install
            tail -n 1 "$here/installed"
            cat secrets/a.yaml 'secrets/deep/the b.env' secrets/c.bin; echo
            git status --short
            sealconf git doctor | grep -v ^ok || true
            """);

    assertThat(printed)
        .isEqualTo(
            """
            3
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
            git -C 'the module' show :secrets/a.yaml | grep -cF 'ENC['
            git -C 'the module' reset --quiet --hard
            cd 'the module' && sealconf git lock && sealconf git unlock
            """);

    assertThat(printed)
        .isEqualTo(
            """
            # production
            password: hunter2
            not in the outer repository
            4
            Encrypted 3 files.
            Decrypted 3 files.
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

  @Test
  void worksWhereGitSetsItsOwnVariables() throws IOException, InterruptedException {
    String printed =
        run(
            """
            clone && install
            git worktree add --quiet -b linked '../a linked tree' && cd '../a linked tree/secrets'
            git config alias.list '!sealconf git status secrets/a.yaml'
            git config alias.lock '!sealconf git lock && sealconf git unlock'
            git list
            git lock
            echo 'b: 1' >> a.yaml
            git commit --quiet --message change a.yaml 2> /dev/null
            git show HEAD:./a.yaml | grep -cF 'ENC['
            """);

    assertThat(printed)
        .isEqualTo(
            """
            mode         in git       in work tree     key  path
            transparent  encrypted    plaintext        yes  secrets/a.yaml
            Encrypted 3 files.
            Decrypted 3 files.
            4
            """);
  }

  @Test
  void encryptsFilesThatWereInPlaintext() throws IOException, InterruptedException {
    String printed =
        run(
            """
            git init --quiet plain && cd plain
            cp '../the origin/.sops.yaml' .
            mkdir secrets && echo 'a: hunter2' > secrets/a.yaml && commit
            install --transparent 'secrets/**' && tail -n 1 "$here/installed"
            sealconf git lock || sealconf git status || echo "exit code $?"
            git commit --quiet --message attributes -- .gitattributes || echo refused
            git add --renormalize . && git add .gitattributes && git commit --quiet --message x
            sealconf git status
            git show HEAD:secrets/a.yaml | grep hunter2 || sealconf git lock
            """);

    assertThat(printed)
        .contains("1 protected file is stored in plaintext. To see how to encrypt them: sealconf")
        .contains("'secrets/a.yaml' is not encrypted in git\n")
        .contains("transparent  plaintext    plaintext        -    secrets/a.yaml\nexit code 1\n")
        .contains("transparent  encrypted    plaintext        yes  secrets/a.yaml\n")
        .endsWith("Encrypted 1 file.\n");
  }

  @Test
  void keepsTheBlobsOfFilesThatSopsEncrypted() throws IOException, InterruptedException {
    String printed =
        run(
            """
            git init --quiet sops && cd sops
            cp '../the origin/.sops.yaml' .
            echo 'a: hunter2' > a.yaml && sealconf encrypt -i a.yaml && commit
            before=$(git rev-parse HEAD:a.yaml)
            install --transparent a.yaml && tail -n 1 "$here/installed" && cat a.yaml
            touch a.yaml && git add --all && test "$before" = "$(git rev-parse :a.yaml)"
            git commit --quiet --message x 2> /dev/null && git status --short
            """);

    assertThat(printed).isEqualTo("Decrypted 1 file.\na: hunter2\n");
  }

  @Test
  void uninstallsOnlyWhenAllWorkTreesAreLocked() throws IOException, InterruptedException {
    String printed =
        run(
            """
            clone && install
            git worktree add --quiet -b linked '../a linked tree'
            sealconf git lock
            sealconf git uninstall || true
            (cd '../a linked tree' && sealconf git lock)
            sealconf git uninstall | tail -n 1
            """);

    assertThat(printed)
        .contains("error: another work tree has the same settings and isn't locked: '")
        .contains("/a linked tree'\n")
        .endsWith("Encrypted 3 files.\nRemoved the setting sealconf.program\n");
  }

  @Test
  void needsAWorkTree() throws IOException, InterruptedException {
    String printed =
        run(
            """
            git clone --quiet --bare 'the origin' 'the bare.git' && cd 'the bare.git'
            install && tail -n 1 "$here/installed"
            for action in status doctor lock unlock; do sealconf git $action || true; done
            """);

    assertThat(printed).startsWith("Wrote the hook 'hooks/pre-push'\n");
    assertThat(printed.lines().filter(line -> line.contains("there is no work tree here")))
        .hasSize(4);
  }
}
