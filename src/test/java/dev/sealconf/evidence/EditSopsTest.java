package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code edit} and real SOPS, with the same editor on the same file: exit code and plain text. */
class EditSopsTest {
  private static final String CHANGE = "sed -i s/one/ONE/";
  private static final String PATH = "/usr/bin:/bin";

  @TempDir Path folder;
  private Path ours;
  private Path theirs;
  private Sops sops;

  @BeforeEach
  void open() throws IOException {
    ours = Files.createDirectory(folder.resolve("ours"));
    theirs = Files.createDirectory(folder.resolve("theirs"));
    sops =
        new Sops(Peers.SOPS_3_13, theirs)
            .with("PATH", PATH)
            .with("SOPS_AGE_RECIPIENTS", TestKeys.RECIPIENT);
  }

  @ParameterizedTest
  @CsvSource({
    "s.yaml, 'a: one\nb: [1, 2]\n'",
    "s.json, '{\"a\": \"one\", \"b\": {\"c\": 1.5}}\n'",
    "s.env, 'A=one\nB=two\n'",
    "s.ini, '[a]\nb = one\n'",
    "s.bin, 'one or two'"
  })
  void anEditedFileHoldsTheSame(String name, String plain) throws IOException {
    seal(name, plain);
    sops.with("EDITOR", CHANGE);
    assertThat(edit(CHANGE, "edit", name)).isEqualTo(sops.run("edit", name).exit()).isZero();
    assertThat(plain(ours.resolve(name))).isEqualTo(plain(theirs.resolve(name))).contains("ONE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          true                                       | 200
          false                                      | 201
          no-such-program                            | 201
          sed -i 's/one/unclosed                     | 201
          sh -c 'sed -i "s/one/t w o/" "$0"'         | 0
          sh -c 'test "$#" = 2 && rm "$2"; exit 3' x | 201
          sh -c 'exit 200'                           | 201
          """)
  void theEditorDecidesTheExitCode(String editor, int code) throws IOException {
    seal("s.yaml", "a: one\n");
    sops.with("EDITOR", editor);
    assertThat(sops.run("edit", "s.yaml").exit()).isEqualTo(code);
    assertThat(edit(editor, "edit", "s.yaml")).isEqualTo(code);
    assertThat(plain(ours.resolve("s.yaml"))).isEqualTo(plain(theirs.resolve("s.yaml")));
  }

  @ParameterizedTest
  @CsvSource({
    "edit s.yaml, 0",
    "s.yaml, 0",
    "edit --ignore-mac s.yaml, 0",
    "edit plain.yaml, 1",
    "edit, 100",
    "edit new.yaml, 200",
    "new.yaml, 200",
    "edit missing/new.yaml, 200"
  })
  void theWordsDecideTheExitCode(String words, int code) throws IOException {
    seal("s.yaml", "a: one\n");
    Files.writeString(ours.resolve("plain.yaml"), "a: one\n");
    Files.writeString(theirs.resolve("plain.yaml"), "a: one\n");
    sops.with("EDITOR", CHANGE);
    assertThat(sops.run(words.split(" ")).exit()).isEqualTo(code);
    assertThat(edit(CHANGE, words.split(" "))).isEqualTo(code);
    assertThat(plain(ours.resolve("s.yaml"))).isEqualTo(plain(theirs.resolve("s.yaml")));
    assertThat(ours.resolve("new.yaml")).doesNotExist();
  }

  /** SOPS says that it wrote the file, but the change is not in it. */
  @Test
  void aChangeBesideShownKeysIsKeptWhereSopsLosesIt() throws IOException {
    seal("s.yaml", "a: one\n");
    sops.with("EDITOR", CHANGE);
    assertThat(sops.run("edit", "-s", "s.yaml").exit()).isZero();
    assertThat(edit(CHANGE, "edit", "-s", "s.yaml")).isZero();
    assertThat(plain(theirs.resolve("s.yaml"))).isEqualTo("a: one\n");
    assertThat(plain(ours.resolve("s.yaml"))).isEqualTo("a: ONE\n");
  }

  @Test
  void aNewFileIsEncryptedByTheSameRule() throws IOException {
    String editor = "sh -c 'printf \"password: x\\nname: y\\n\" > \"$0\"'";
    String rule =
        "creation_rules:\n  - encrypted_regex: ^password$\n    age: " + TestKeys.RECIPIENT;
    Files.writeString(ours.resolve(".sops.yaml"), rule);
    Files.writeString(theirs.resolve(".sops.yaml"), rule);
    sops.with("EDITOR", editor);
    assertThat(sops.run("edit", "new.yaml").exit()).isZero();
    assertThat(edit(editor, "edit", "new.yaml")).isZero();
    assertThat(plain(ours.resolve("new.yaml"))).isEqualTo(plain(theirs.resolve("new.yaml")));
    assertThat(ours.resolve("new.yaml"))
        .content()
        .contains("name: y")
        .doesNotContain("password: x");
  }

  @Test
  void theVariableOfSopsComesFirst() throws IOException {
    seal("s.yaml", "a: one\n");
    sops.with("EDITOR", CHANGE).with("SOPS_EDITOR", "true");
    assertThat(sops.run("edit", "s.yaml").exit()).isEqualTo(200);
    TestWorld world = world(CHANGE).with("SOPS_EDITOR", "true");
    assertThat(CommandLines.run(world.world(), "sealconf", List.of("edit", "s.yaml")))
        .isEqualTo(200);
  }

  private void seal(String name, String plain) throws IOException {
    Files.writeString(theirs.resolve(name), plain);
    sops.run("encrypt", "-i", name).expectOk("encrypt");
    Files.copy(theirs.resolve(name), ours.resolve(name));
  }

  private int edit(String editor, String... words) {
    return CommandLines.run(world(editor).world(), "sealconf", List.of(words));
  }

  private TestWorld world(String editor) {
    return TestWorld.in(ours)
        .with("EDITOR", editor)
        .with("PATH", PATH)
        .with("SOPS_AGE_KEY", TestKeys.IDENTITIES)
        .with("SOPS_AGE_RECIPIENTS", TestKeys.RECIPIENT);
  }

  /** As real SOPS decrypts it. */
  private String plain(Path file) {
    byte[] out = sops.run("decrypt", file.toString()).expectOk("decrypt " + file);
    return new String(out, StandardCharsets.UTF_8);
  }
}
