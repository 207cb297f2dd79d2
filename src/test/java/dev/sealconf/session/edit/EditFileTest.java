package dev.sealconf.session.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.error.EditorFailure;
import dev.sealconf.error.FileFailure;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.editor.Editor;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.edit.EditFile.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editing with a test in the place of the editor and of the person. */
class EditFileTest {
  private static final String IDENTITY =
      "AGE-SECRET-KEY-1G0Q5K9TV4REQ3ZSQRMTMG8NSWQGYT0T7TZ33RAZEE0GZYVZN0APSU24RK7";
  private static final String RECIPIENT =
      "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun";

  @TempDir private Path folder;
  private TestWorld world;
  private final List<Path> drafts = new ArrayList<>();

  @BeforeEach
  void encrypt() throws IOException {
    world =
        TestWorld.in(folder)
            .seeded(System.nanoTime())
            .with("SOPS_AGE_KEY", IDENTITY)
            .with("SOPS_AGE_RECIPIENTS", RECIPIENT);
    Files.writeString(folder.resolve("s.yaml"), "a: 1\nb: 2\n");
    run("encrypt", "-i", "s.yaml");
  }

  @Test
  void theDraftIsForItsOwnerAloneAndGoneAfterwards() {
    assertThat(edit(text -> text.replace("1", "9"))).isEqualTo(Outcome.WRITTEN);
    assertThat(drafts.get(0).getFileName()).hasToString("s.yaml");
    assertThat(drafts.get(0).getParent()).doesNotExist();
  }

  @Test
  void anEditorThatFailsIsNotRunAgain() {
    Editor failing =
        (plaintext, name) -> {
          drafts.add(plaintext.path(name));
          throw new EditorFailure("no");
        };
    world.withSecrets("e", "e");
    assertThatThrownBy(() -> edit(failing)).isInstanceOf(EditorFailure.class);
    assertThat(drafts).hasSize(1);
    assertThat(folder.resolve(".s.yaml.draft.json")).doesNotExist();
  }

  @Test
  void anEditorThatFailsAfterAChangeLeavesASavedDraft() {
    Editor failing =
        (plaintext, name) -> {
          plaintext.rewrite(name, "a: 9\n".getBytes(StandardCharsets.UTF_8));
          throw new EditorFailure("no");
        };
    assertThatThrownBy(() -> edit(failing)).isInstanceOf(EditorFailure.class);
    assertThat(folder.resolve(".s.yaml.draft.json")).exists();
  }

  @Test
  void aDraftThatTheEditorRemovedEndsIt() {
    Editor removing =
        (plaintext, name) -> {
          try {
            Files.delete(plaintext.path(name));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    assertThatThrownBy(() -> edit(removing)).isInstanceOf(FileFailure.Unreadable.class);
  }

  @Test
  void anEditorMayReplaceTheDraftByAnotherFile() {
    Editor replacing =
        (plaintext, name) ->
            plaintext.rewrite(name, "a: 9\nb: 2\n".getBytes(StandardCharsets.UTF_8));
    assertThat(edit(replacing)).isEqualTo(Outcome.WRITTEN);
    assertThat(world.err()).isEqualTo("1 value changed\n");
  }

  @Test
  void eachRoundStartsWithWhatTheLastOneLeft() {
    world.withSecrets("e", "e");
    List<String> seen = new ArrayList<>();
    Outcome outcome =
        edit(
            text -> {
              seen.add(text);
              return seen.size() < 3 ? text + "\"broken" + seen.size() + "\n" : "a: 5\nb: 2\n";
            });
    assertThat(outcome).isEqualTo(Outcome.WRITTEN);
    assertThat(seen.get(1)).endsWith("\"broken1\n");
    assertThat(seen.get(2)).endsWith("\"broken1\n\"broken2\n");
  }

  private Outcome edit(UnaryOperator<String> change) {
    return edit(
        (plaintext, name) -> {
          Path draft = plaintext.path(name);
          drafts.add(draft);
          try {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(draft)))
                .isEqualTo("rw-------");
            Files.writeString(draft, change.apply(Files.readString(draft)));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Outcome edit(Editor editor) {
    try (Session session = new Session(world.world())) {
      return new EditFile(session, Overrides.of("s.yaml"), editor, "s.yaml").run();
    }
  }

  private void run(String... words) {
    assertThat(CommandLines.run(world.world(), "sealconf", List.of(words))).isZero();
  }
}
