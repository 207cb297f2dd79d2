package dev.sealconf.git.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.git.setup.TestRepository;
import dev.sealconf.git.setup.TestRepository.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In sealed mode, where git needs no filter; the blob is the same as in transparent mode. */
class StageTest {
  private static final String BEFORE =
      """
      # production
      db:
        host: one      # kept
        password: old
      hosts: [a, b]
      gone: x
      """;
  private static final String AFTER =
      """
      # production, changed
      db:
        host: two
        password: new
      hosts: [a, c]
      added: new
      """;

  @TempDir Path folder;
  private TestRepository repository;

  @BeforeEach
  void commitAndChange() throws IOException {
    repository = TestRepository.in(folder).withRule("secrets/");
    repository.with("SOPS_AGE_KEY", TestRepository.IDENTITY);
    commit("secrets/app.yaml", BEFORE);
    change("secrets/app.yaml", AFTER);
  }

  private void commit(String file, String text) throws IOException {
    repository.write(file, text);
    run("encrypt", "-i", file);
    repository.git("add", "--all");
    repository.git("commit", "--quiet", "--message", "x");
  }

  /** As sealconf edit does: the values that stayed keep their tokens. */
  private void change(String file, String text) throws IOException {
    repository.write("plain", text);
    repository.write(
        "editor", "#!/bin/sh\ncat '" + repository.top().resolve("plain") + "' > \"$1\"\n");
    assertThat(repository.top().resolve("editor").toFile().setExecutable(true)).isTrue();
    repository.with("EDITOR", "'" + repository.top().resolve("editor") + "'");
    run("edit", file);
  }

  private Result run(String... arguments) {
    Result result = repository.sealconf(arguments);
    assertThat(result.exit()).as(result.toString()).isZero();
    return result;
  }

  /** What the index has, decrypted, with the MAC checked. */
  private String staged(String file) throws IOException {
    repository.write("staged-" + file.replace('/', '-'), repository.git("show", ":" + file));
    return run("decrypt", "staged-" + file.replace('/', '-')).out();
  }

  @Test
  void listsTheValuesThatChanged() {
    assertThat(run("git", "stage", "secrets/app.yaml").out())
        .isEqualTo(
            """
            ["db"]["host"]
            ["db"]["password"]
            ["hosts"][1]
            ["gone"]
            ["added"]
            """);
  }

  @Test
  void stagesOneValueAndLeavesTheFile() throws IOException {
    String work = repository.text("secrets/app.yaml");

    run("git", "stage", "secrets/app.yaml", "--key", "db.password");

    assertThat(staged("secrets/app.yaml")).isEqualTo(BEFORE.replace("old", "new"));
    assertThat(repository.text("secrets/app.yaml")).isEqualTo(work);
    assertThat(repository.git("status", "--short", "secrets")).isEqualTo("MM secrets/app.yaml\n");
  }

  @Test
  void keepsTheTokensOfTheOthers() {
    String before = repository.git("show", ":secrets/app.yaml");

    run("git", "stage", "secrets/app.yaml", "--key", "db.password");

    assertThat(repository.git("diff", "--cached", "--numstat").strip())
        .as(before)
        .matches("[34]\t[34]\tsecrets/app.yaml");
  }

  @Test
  void stagesAddedAndRemovedValuesAndItemsOfLists() throws IOException {
    run(
        "git",
        "stage",
        "secrets/app.yaml",
        "--key",
        "added",
        "--key",
        "gone",
        "--key",
        "hosts.1",
        "--key",
        "[\"db\"][\"host\"]");

    assertThat(staged("secrets/app.yaml"))
        .isEqualTo(
            """
            # production
            db:
              host: two      # kept
              password: old
            hosts: [a, c]
            added: new
            """);
  }

  @Test
  void stagesTheWholeFileOnceAllValuesAreChosen() throws IOException {
    run(
        "git",
        "stage",
        "secrets/app.yaml",
        "--key",
        "added",
        "--key",
        "gone",
        "--key",
        "hosts",
        "--key",
        "db");

    assertThat(staged("secrets/app.yaml")).isEqualTo(AFTER);
  }

  @ParameterizedTest
  @CsvSource({
    "secrets/a.json, '{\"a\": 1, \"b\": {\"c\": \"x\"}}', '{\"a\": 2, \"b\": {\"c\": \"y\"}}', b.c,"
        + " '{\"a\": 1, \"b\": {\"c\": \"y\"}}'",
    "secrets/a.env, 'A=1\nB=x\n', 'A=2\nB=y\n', B, 'A=1\nB=y\n'",
    "secrets/a.ini, '[s]\na = 1\nb = x\n', '[s]\na = 2\nb = y\n', s.b, '[s]\na = 1\nb = y\n'"
  })
  void worksInOtherFormats(String file, String before, String after, String key, String staged)
      throws IOException {
    commit(file, before);
    change(file, after);

    run("git", "stage", file, "--key", key);

    assertThat(staged(file).strip()).isEqualTo(staged.strip());
  }

  @Test
  void takesPlaintextFromTheWorkTreeInTransparentMode() throws IOException {
    repository.write("secrets/app.yaml", AFTER);

    run("git", "stage", "secrets/app.yaml", "--key", "db.host");

    assertThat(staged("secrets/app.yaml")).isEqualTo(BEFORE.replace("host: one", "host: two"));
  }

  @Test
  void refusesWhatItCanNotStage() throws IOException {
    commit("secrets/x.bin", "binary");
    repository.write("secrets/new.yaml", "a: 1\n");

    assertThat(refused("secrets/app.yaml", "--key", "db.nothing"))
        .contains("there is no value at [\"db\"][\"nothing\"]");
    assertThat(refused("secrets/new.yaml", "--key", "a")).contains("isn't in git's index");
    assertThat(refused("secrets/x.bin", "--key", "a")).contains("is encrypted as a whole");
    assertThat(refused("/dev/null", "--key", "a")).contains("is not in this work tree");
    repository.with("SOPS_AGE_KEY", "");
    assertThat(refused("secrets/app.yaml", "--key", "db.host"))
        .contains("none of your keys can decrypt it");
  }

  private String refused(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "git";
    all[1] = "stage";
    System.arraycopy(words, 0, all, 2, words.length);
    Result result = repository.sealconf(all);
    assertThat(result.exit()).as(result.toString()).isNotZero();
    return result.err();
  }
}
