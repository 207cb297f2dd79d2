package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code edit} on a terminal: its question, keys that send signals, and a window that closes. */
@Timeout(240)
class EditTerminalIT {
  private static final String CHOICE = "[e]dit again, [s]ave the draft encrypted, [q]uit: ";
  private static final String EDIT =
      "'" + Packaged.DISTRIBUTION.resolve("bin/sealconf") + "' edit s.yaml";

  @TempDir Path root;
  private final String secret = "s3cret" + UUID.randomUUID();
  private Path folder;
  private Packaged sealconf;

  @BeforeEach
  void encrypt() throws Exception {
    folder = Files.createDirectory(root.resolve("work"));
    sealconf = new Packaged(folder).withKey();
    Files.writeString(folder.resolve("s.yaml"), "a: old\nb: " + secret + "\n");
    assertThat(sealconf.run("encrypt", "-i", "s.yaml").exit()).isZero();
  }

  @Test
  void aDraftWithAMistakeIsEditedAgain() throws Exception {
    editor(
        "grep -q broken \"$1\" && sed -i '/broken/d; s/old/new/' \"$1\" || echo '\"broken' >>"
            + " \"$1\"");
    try (Terminal terminal = run(EDIT + "; echo ended $?")) {
      terminal.await("s.yaml:4:1: the text is not valid YAML");
      terminal.answer(CHOICE, "e\n");
      terminal.await("1 value changed");
      terminal.await("ended 0");
      terminal.end();
    }
    assertThat(value()).isEqualTo("new");
    assertNothingLeft();
  }

  @Test
  void aDraftIsKeptWhenTheWindowClosesAtTheQuestion() throws Exception {
    editor("echo '\"broken' >> \"$1\"");
    try (Terminal terminal = run("exec " + EDIT)) {
      terminal.await(CHOICE);
      ProcessHandle program = terminal.running("java");
      terminal.hangUp();
      program.onExit().get(60, TimeUnit.SECONDS);
    }
    assertThat(folder.resolve(".s.yaml.draft.json")).content().doesNotContain("broken");
    assertThat(value()).isEqualTo("old");
    assertNothingLeft();
  }

  @Test
  void anInterruptAtTheQuestionKeepsTheDraft() throws Exception {
    editor("echo '\"broken' >> \"$1\"");
    try (Terminal terminal = run("trap : INT; " + EDIT + "; echo ended $?")) {
      terminal.answer(CHOICE, "\u0003");
      terminal.await("ended 130");
      terminal.end();
    }
    assertThat(folder.resolve(".s.yaml.draft.json")).exists();
    assertNothingLeft();
  }

  @Test
  void anInterruptIsForTheEditor() throws Exception {
    editor("trap 'sed -i s/old/new/ \"$1\"; exit 0' INT; echo open; while :; do sleep 0.1; done");
    try (Terminal terminal = run("trap : INT; " + EDIT + "; echo ended $?")) {
      terminal.answer("open", "\u0003");
      terminal.await("1 value changed");
      terminal.await("ended 0");
      terminal.end();
    }
    assertThat(value()).isEqualTo("new");
    assertNothingLeft();
  }

  @Test
  void itStopsAndGoesOnWithItsEditor() throws Exception {
    sealconf.with("EDITOR", Peers.VIM.path().toString()).with("PS1", "shell: ");
    try (Terminal terminal = run(Peers.BASH.path() + " --norc --noprofile -i")) {
      terminal.answer("shell: ", EDIT + "\n");
      terminal.answer(secret, "\u001a");
      terminal.await("Stopped");
      assertThat(SecretSearch.in(secret, root)).isEmpty();
      terminal.answer("shell: ", "fg\n");
      terminal.answer(secret, ":%s/old/new/\r:wq\r");
      terminal.await("1 value changed");
      terminal.answer("shell: ", "exit\n");
      terminal.end();
    }
    assertThat(value()).isEqualTo("new");
    assertNothingLeft();
  }

  private void editor(String script) throws IOException {
    Path editor = Files.writeString(folder.resolve("editor"), "#!/bin/sh\n" + script + "\n");
    assertThat(editor.toFile().setExecutable(true)).isTrue();
    sealconf.with("EDITOR", editor.toString());
  }

  private Terminal run(String command) throws IOException {
    return Terminal.run(folder, sealconf.environment(), command);
  }

  private void assertNothingLeft() throws IOException {
    assertThat(SecretSearch.everywhere(secret, root)).isEmpty();
  }

  private String value() throws Exception {
    return sealconf.run("decrypt", "--extract", "[\"a\"]", "s.yaml").out();
  }
}
