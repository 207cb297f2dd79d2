package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A repository with encrypted files, to be cloned by scripts. Program, repository and clone are in
 * folders with a blank in their names. Hooks are left out: they have tests of their own.
 */
final class GitOrigin {
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

  private final Packaged program;

  /** A user and a copy of the program in this folder. */
  GitOrigin(Path folder) throws IOException {
    program =
        new Packaged(Files.createDirectory(folder.resolve("the work")))
            .withKey()
            .copiedTo(folder.resolve("the program"));
  }

  /**
   * What a script prints; it has to end well. Its functions are {@code clone}, which takes options
   * of git, {@code install}, which takes those of {@code sealconf git install}, and {@code commit}.
   */
  String run(String script) throws IOException, InterruptedException {
    Packaged.Result result = program.shell(ORIGIN + script);
    assertThat(result.exit()).as(result.out()).isZero();
    return result.out();
  }
}
