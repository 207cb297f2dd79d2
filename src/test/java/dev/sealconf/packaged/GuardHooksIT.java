package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hooks that {@code git install} writes, in a clone whose files are plain in the work tree. */
class GuardHooksIT {
  private static final String PLAIN =
      "secrets/a.yaml: plaintext: the file must be encrypted: the attribute filter=sealconf";

  @TempDir Path folder;
  private GitOrigin origin;

  @BeforeEach
  void copyTheProgram() throws IOException {
    origin = new GitOrigin(folder);
  }

  @Test
  void aCommitOfWhatTheFilterEncryptedPasses() throws IOException, InterruptedException {
    String printed =
        origin.run(
            """
            clone
            install > "$here/installed"
            echo 'password: hunter3' > secrets/a.yaml
            echo 'token: x5ca' > secrets/new.yaml
            git add --all
            echo 'token: later' > secrets/new.yaml
            git commit --quiet --message all 2>&1
            git commit --quiet --message one secrets/new.yaml 2>&1
            git push --quiet origin HEAD:refs/heads/other 2>&1
            """);
    assertThat(printed)
        .isEqualTo(
            """
            Checked 2 files: nothing found
            Checked 1 file: nothing found
            Checked 2 files: nothing found
            """);
  }

  @Test
  void aCommitWithAConflictOrWithPlaintextIsRefused() throws IOException, InterruptedException {
    String printed =
        origin.run(
            """
            clone
            install > "$here/installed"
            printf '<<<<<<< a\\npassword: x\\n=======\\npassword: y\\n>>>>>>> b\\n' > secrets/a.yaml
            git update-index secrets/a.yaml 2> "$here/notice"
            git commit --quiet --message conflict || echo "exit code $?"
            echo 'password: hunter3' > secrets/a.yaml
            git -c filter.sealconf.process= -c filter.sealconf.clean= \
              -c filter.sealconf.required=false add secrets/a.yaml
            git commit --quiet --message plain || echo "exit code $?"
            git commit --quiet --no-verify --message plain
            git push --quiet origin HEAD:refs/heads/other || echo "exit code $?"
            """);
    assertThat(printed.lines().filter(line -> !line.startsWith("  hint: ")))
        .containsExactly(
            "secrets/a.yaml: raw-text: the file had conflict markers when git stored it",
            "Checked 1 file: 1 problem",
            "exit code 1",
            PLAIN,
            "Checked 1 file: 1 problem",
            "exit code 1",
            PLAIN + " (in commit " + commit(printed) + ")",
            "Checked 1 file: 1 problem",
            "error: failed to push some refs to 'file://" + folder + "/the work/the origin'",
            "exit code 1");
  }

  private static String commit(String printed) {
    return printed.replaceAll("(?s).*in commit ([0-9a-f]{12}).*", "$1");
  }
}
