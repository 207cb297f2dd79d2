package dev.sealconf.io.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.EditorFailure;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.io.plaintext.PlaintextFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which program runs with which arguments; programs are scripts that write down what they got. */
class InstalledEditorTest {
  private static final String RECORDER =
      "#!/bin/sh\nPATH=/usr/bin:/bin\nprintf '%s\\n' \"$0\" \"$@\" > \"$RECORD\"\n"
          + "find \"${FILE%/*}\" -name settings.json -exec cat {} + >> \"$RECORD\"\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "vim.basic, -n -i NONE",
    "gvim, -n -i NONE",
    "nvim, -n -i NONE",
    "nano, --backupdir=",
    "emacs, --eval",
    "emacs-nox, make-backup-files nil",
    "emacs-29.1, make-backup-files nil",
    "micro, -backup false",
    "codium, --user-data-dir="
  })
  void aKnownEditorIsToldToLeaveNoCopies(String program, String arguments) throws IOException {
    install(program);
    assertThat(String.join(" ", edit(program))).contains(arguments);
  }

  @ParameterizedTest
  @CsvSource({"ed", "vimdiff", "emacsclient", "nanocode", "encode"})
  void anUnknownEditorIsRunAsItIs(String program) throws IOException {
    install(program);
    assertThat(edit(program + " -x 'a b'")).hasSize(4).containsSequence("-x", "a b");
  }

  @Test
  void aLinkIsTheEditorItLeadsTo() throws IOException {
    Path real = install("vim.tiny");
    Files.createSymbolicLink(folder.resolve("vi"), real);
    assertThat(edit("vi")).contains("-n");
  }

  @Test
  void ourArgumentsAreBetweenTheUsersAndTheFile() throws IOException {
    install("vim");
    List<String> all = edit("vim -R");
    assertThat(all.subList(1, 3)).containsExactly("-R", "-n");
    assertThat(all.get(all.size() - 1)).endsWith("/app.yaml");
  }

  @Test
  void codeWaitsHasNoExtensionsAndDataOfItsOwn() throws IOException {
    install("code");
    assertThat(edit("code"))
        .contains("--wait", "--disable-extensions")
        .anyMatch(line -> line.contains("\"files.hotExit\": \"off\""));
    assertThat(edit("code --wait")).containsOnlyOnce("--wait");
    assertThat(edit("code -w")).doesNotContain("--wait");
  }

  @Test
  void theFirstInstalledOfThreeIsTheDefault() throws IOException {
    install("vi");
    assertThat(edit("").get(0)).endsWith("/vi");
    install("nano");
    assertThat(edit("").get(0)).endsWith("/nano");
    install("vim");
    assertThat(edit("").get(0)).endsWith("/vim");
  }

  @Test
  void aRelativeFolderOfThePathIsNotSearched() throws IOException {
    install("vim");
    World world = world("").with("PATH", ".:").world();
    try (PlaintextFolder plaintext = PlaintextFolder.open(world)) {
      plaintext.write("app.yaml", new byte[0]);
      assertThatThrownBy(() -> new InstalledEditor(world).edit(plaintext, "app.yaml"))
          .isInstanceOf(EditorFailure.class);
    }
  }

  private Path install(String program) throws IOException {
    Path script = Files.writeString(folder.resolve(program), RECORDER);
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  /** What the program was called with, its own name first. */
  private List<String> edit(String editor) throws IOException {
    Path record = folder.resolve("record");
    TestWorld test = world(editor).with("RECORD", record.toString());
    try (PlaintextFolder plaintext = PlaintextFolder.open(test.world())) {
      Path file = plaintext.write("app.yaml", "a: 1\n".getBytes(StandardCharsets.UTF_8));
      new InstalledEditor(test.with("FILE", file.toString()).world()).edit(plaintext, "app.yaml");
    }
    return Files.readAllLines(record);
  }

  private TestWorld world(String editor) {
    return TestWorld.in(folder)
        .seeded(System.nanoTime())
        .with("EDITOR", editor)
        .with("PATH", folder.toString());
  }
}
