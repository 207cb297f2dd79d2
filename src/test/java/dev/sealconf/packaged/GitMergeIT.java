package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real conflicts in real git, resolved by a person on a terminal. */
@Timeout(240)
class GitMergeIT {
  private static final String PROGRAM = "'" + Packaged.DISTRIBUTION.resolve("bin/sealconf") + "'";
  private static final String CHOICE = "[q]uit: ";
  private static final String FILE =
      "# about db\ndb:\n  user: admin\n  password: one-%s\n  port: 1\n";

  @TempDir Path root;
  private final String secret = "s3cret" + UUID.randomUUID();
  private Path folder;
  private Packaged sealconf;

  @BeforeEach
  void create() throws Exception {
    folder = Files.createDirectory(root.resolve("work"));
    sealconf =
        new Packaged(folder)
            .withKey()
            .with("GIT_CONFIG_NOSYSTEM", "1")
            .with("GIT_AUTHOR_NAME", "a")
            .with("GIT_AUTHOR_EMAIL", "a@example.com")
            .with("GIT_COMMITTER_NAME", "a")
            .with("GIT_COMMITTER_EMAIL", "a@example.com");
    Files.writeString(
        folder.resolve(".sops.yaml"),
        "creation_rules:\n  - age: " + sealconf.environment().get("SOPS_AGE_RECIPIENTS") + "\n");
    sh("git init -q -b main");
    sh("git config merge.sealconf.driver \"%s git merge-driver %%O %%A %%B %%L %%P\"", PROGRAM);
    sh("git config filter.sealconf.process \"%s git filter-process\"", PROGRAM);
    sh("git config filter.sealconf.required true");
    sh("git config mergetool.sealconf.cmd \"%s git mergetool \\\"\\$MERGED\\\"\"", PROGRAM);
    sh("git config mergetool.sealconf.trustExitCode true; git config merge.tool sealconf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sealed", "transparent"})
  void aValueIsTypedForAConflict(String mode) throws Exception {
    conflict(mode);
    try (Terminal terminal = run(PROGRAM + " git mergetool; echo ended $?")) {
      terminal.await("conflict 1 of 1: db.password");
      terminal.answer(CHOICE, "s\n");
      terminal.await("password: ours-" + secret);
      terminal.answer(CHOICE, "v\n");
      terminal.answer("New value of db.password: ", "typed-" + secret + "\n");
      terminal.await("ended 0");
      terminal.end();
    }
    assertMerged("typed-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sealed", "transparent"})
  void gitStartsTheMergetool(String mode) throws Exception {
    conflict(mode);
    try (Terminal terminal = run("git mergetool; echo ended $?")) {
      terminal.answer(CHOICE, "t\n");
      terminal.await("ended 0");
      terminal.end();
    }
    assertMerged("theirs-");
  }

  @Test
  void theLinesOfAConflictAreEdited() throws Exception {
    conflict("sealed");
    editor("sed -i -e '/^[<|=>]/d; /one-/d; /theirs-/d' -e s/ours-/edited-/ \"$1\"");
    try (Terminal terminal = run(PROGRAM + " git fix s.yaml; echo ended $?")) {
      terminal.answer(CHOICE, "e\n");
      terminal.await("ended 0");
      terminal.end();
    }
    assertMerged("edited-");
  }

  @Test
  void anEncryptedConflictIsEdited() throws Exception {
    conflict("sealed");
    assertThat(folder.resolve("s.yaml")).content().contains("__sealconf_raw");
    editor("sed -i -e '/^[<|=>]/d; /one-/d; /ours-/d' \"$1\"");
    sh("%s edit s.yaml && git add s.yaml", PROGRAM);
    assertMerged("theirs-");
  }

  @Test
  void anEditThatLeavesMarkersIsHeldEncrypted() throws Exception {
    conflict("sealed");
    editor("sed -i -e s/ours-/edited-/ \"$1\"");
    assertThat(sealconf.shell("sealconf edit s.yaml").exit()).isEqualTo(200);
    assertThat(folder.resolve("s.yaml")).content().doesNotContain("edited-");
    editor("sed -i -e '/^[<|=>]/d; /one-/d; /theirs-/d' \"$1\"");
    sh("%s edit s.yaml && git add s.yaml", PROGRAM);
    assertMerged("edited-");
  }

  @Test
  void gitDecidesConflictsIfItWasAskedTo() throws Exception {
    branches("sealed");
    sh("git merge -q --no-commit -X theirs work");
    assertMerged("theirs-");
  }

  @Test
  void aPlainBranchIsMergedIntoTheEncryptedOneAndTheOtherWayRound() throws Exception {
    Files.writeString(folder.resolve(".gitattributes"), "s.yaml merge=sealconf\n");
    Files.writeString(folder.resolve("s.yaml"), "# who\nuser: admin\nport: 1\n");
    sh("git add . && git commit -q -m plain && git switch -q -c work");
    sh("sed -i s/1/2/ s.yaml && git commit -q -a -m port && git branch plain");
    sh("git switch -q main && %s encrypt -i s.yaml", PROGRAM);
    sh("%s set s.yaml '[\"user\"]' '\"root\"' && git commit -q -a -m encrypted", PROGRAM);
    sh("git merge -q -m merged work");
    assertThat(decrypted()).isEqualTo("# who\nuser: root\nport: 2\n");
    sh("git switch -q plain && git merge -q -m merged main~1");
    assertThat(decrypted()).isEqualTo("# who\nuser: root\nport: 2\n");
  }

  private void conflict(String mode) throws Exception {
    branches(mode);
    assertThat(sealconf.shell("git merge -q work").exit()).isEqualTo(1);
  }

  /** Two branches that changed the same value, and each another one. */
  private void branches(String mode) throws Exception {
    boolean plain = mode.equals("transparent");
    Files.writeString(
        folder.resolve(".gitattributes"),
        "s.yaml merge=sealconf" + (plain ? " filter=sealconf\n" : "\n"));
    write(plain, FILE.formatted(secret));
    sh("git add . && git commit -q -m base && git switch -q -c work");
    write(plain, FILE.formatted(secret).replace("one-", "theirs-").replace("port: 1", "port: 2"));
    sh("git commit -q -a -m theirs && git switch -q main");
    write(plain, FILE.formatted(secret).replace("one-", "ours-").replace("admin", "root"));
    sh("git commit -q -a -m ours");
  }

  private void write(boolean plain, String text) throws Exception {
    Files.writeString(folder.resolve("s.yaml"), text);
    if (!plain) {
      sh("%s encrypt -i s.yaml", PROGRAM);
    }
  }

  /**
   * What git has in its index is merged, SOPS opens it, and nothing has the secret in plain text.
   */
  private void assertMerged(String password) throws Exception {
    sh("git commit -q -m merged");
    assertThat(sealconf.shell("git status --porcelain --untracked-files=no").out()).isEmpty();
    assertThat(decrypted())
        .isEqualTo(
            FILE.formatted(secret)
                .replace("one-", password)
                .replace("admin", "root")
                .replace("port: 1", "port: 2"));
    Path sops = Peers.SOPS_3_13.path();
    sh("git show HEAD:s.yaml > ../copy.yaml && '%s' decrypt ../copy.yaml > ../plain.yaml", sops);
    assertThat(root.resolve("plain.yaml")).content().contains(password + secret);
    String objects = "git cat-file --batch --batch-all-objects | grep -c " + secret;
    assertThat(sealconf.shell(objects).out()).isEqualTo("0\n");
    assertThat(PlaintextSearch.holding(secret, PlaintextSearch.MEMORY)).isEmpty();
  }

  private String decrypted() throws Exception {
    return sealconf
        .shell("git show HEAD:s.yaml | sealconf decrypt --input-type yaml /dev/stdin")
        .out();
  }

  private void sh(String command, Object... parts) throws IOException, InterruptedException {
    Packaged.Result result = sealconf.shell(command.formatted(parts));
    assertThat(result.exit()).as("%s", result).isZero();
  }

  private void editor(String script) throws IOException {
    Path editor = root.resolve("editor.sh");
    Files.writeString(editor, "#!/bin/sh\n" + script + "\n");
    assertThat(editor.toFile().setExecutable(true)).isTrue();
    sealconf.with("EDITOR", editor.toString());
  }

  private Terminal run(String command) throws IOException {
    return Terminal.run(folder, sealconf.environment(), command);
  }
}
