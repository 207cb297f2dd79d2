package dev.sealconf.git.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.git.guard.GuardedRepository.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an encrypted file must be: whole, unchanged, and as its rule says. */
class SealedFilesTest {
  private static final String APP = "secrets/app.yaml";
  private static final String PLAIN = "# a note\npassword: hunter2\nport: 80\n";

  @TempDir Path folder;
  private GuardedRepository repository;

  @BeforeEach
  void create() throws IOException {
    repository = new GuardedRepository(folder).rules("^secrets/").encrypted(APP, PLAIN);
  }

  private List<String> findingsWith(String pattern, String replacement) throws IOException {
    repository.file(APP, repository.text(APP).replaceFirst(pattern, replacement)).stage();
    return repository.verify("--staged").findings();
  }

  @Test
  void aValueInClearIsFoundByItsPath() throws IOException {
    repository
        .file(APP, repository.text(APP).replaceFirst("password: .*", "password: open"))
        .stage();
    Result result = repository.verify("--staged", "--without-keys");
    assertThat(result.out())
        .contains("secrets/app.yaml:2: clear-value: the value at [\"password\"] is not encrypted")
        .doesNotContain("open");
  }

  @Test
  void aCommentInClearIsFound() throws IOException {
    assertThat(findingsWith("(?m)^#.*$", "# the password is hunter2"))
        .containsExactly("secrets/app.yaml changed", "secrets/app.yaml clear-value");
  }

  @Test
  void aChangedFileIsFound() throws IOException {
    assertThat(findingsWith("lastmodified: \"?\\d+", "lastmodified: \"2001"))
        .containsExactly("secrets/app.yaml changed");
  }

  @Test
  void aDamagedFileIsFound() throws IOException {
    assertThat(findingsWith("(?s)sops:.*", "")).containsExactly("secrets/app.yaml damaged");
  }

  @Test
  void conflictMarkersAreFound() throws IOException {
    assertThat(findingsWith("(?m)^port.*$", "<<<<<<< ours\n$0\n=======\n$0\n>>>>>>> theirs"))
        .containsExactly("secrets/app.yaml conflict");
  }

  @Test
  void otherRecipientsThanThoseOfTheRuleAreFound() {
    repository
        .file(
            ".sops.yaml",
            "creation_rules:\n  - path_regex: ^secrets/\n    age: "
                + GuardedRepository.bob()
                + "\n")
        .stage();
    Result result = repository.verify("--staged");
    assertThat(result.findings()).containsExactly("secrets/app.yaml recipients");
    assertThat(result.out())
        .contains("not encrypted for age " + GuardedRepository.bob())
        .contains("sealconf updatekeys secrets/app.yaml");
  }

  @Test
  void theHintForAFilteredFileNamesTheCommandThatChangesTheIndex() {
    String rules = "creation_rules:\n  - path_regex: ^secrets/\n    age: ";
    repository
        .file(".gitattributes", "secrets/** filter=sealconf\n")
        .file(".sops.yaml", rules + GuardedRepository.bob() + "\n")
        .stage();
    assertThat(repository.verify("--staged").out())
        .contains("hint: sealconf git updatekeys secrets/app.yaml\n");
  }

  @Test
  void theHintForTheSelectionOfAFilteredFileStartsFromPlaintext() throws IOException {
    repository
        .file(".gitattributes", "secrets/** filter=sealconf\n")
        .file(".sops.yaml", repository.text(".sops.yaml") + "    encrypted_regex: ^password$\n")
        .stage();
    assertThat(repository.verify("--staged").out())
        .contains(
            "sealconf encrypt -i secrets/app.yaml && git add -- secrets/app.yaml"
                + " && sealconf git unlock\n");
  }

  @Test
  void anotherSelectionThanThatOfTheRuleIsFound() throws IOException {
    repository
        .file(".sops.yaml", repository.text(".sops.yaml") + "    encrypted_regex: ^password$\n")
        .stage();
    assertThat(repository.verify("--staged").findings())
        .containsExactly("secrets/app.yaml selection");
  }

  @Test
  void aMissingSealIsFoundIfTheConfigurationRequiresOne() throws IOException {
    String rules = repository.text(".sops.yaml");
    repository
        .file(".sops.yaml", rules + "sealconf: {seal: false}\n")
        .encrypted("secrets/b.yaml", PLAIN);
    repository.file(".sops.yaml", rules + "sealconf: {require_seal: true}\n").stage();
    assertThat(repository.verify("--staged").findings()).containsExactly("secrets/b.yaml no-seal");
  }

  @Test
  void withoutAKeyTheMacIsNotChecked() throws IOException {
    repository.file(
        APP, repository.text(APP).replaceFirst("lastmodified: \"?\\d+", "lastmodified: \"2001"));
    repository.with("SOPS_AGE_KEY", GuardedRepository.key("age-2.txt")).stage();
    Result result = repository.verify("--staged");
    assertThat(result.exit()).isZero();
    assertThat(result.err())
        .isEqualTo(
            "Checked 2 files: nothing found; without a key for 1, so their MAC was not checked\n");
  }

  @Test
  void everyEncryptedFileIsCheckedAlsoWhereNothingDemandsIt() throws IOException {
    repository.file("other.yaml", repository.text(APP).replaceFirst("password: .*", "password: x"));
    repository.stage();
    assertThat(repository.verify("--staged").findings()).containsExactly("other.yaml clear-value");
  }

  @Test
  void copiesAreFoundByNameAndByContent() throws IOException {
    repository.file("notes.txt", PLAIN).encrypted("secrets/db.enc.yaml", "password: hunter3\n");
    Files.delete(repository.folder().resolve(".sops.yaml"));
    repository
        .file("secrets/app.yaml~", "password: older\n")
        .file("secrets/db.yaml", "a: b\n")
        .file("secrets/app.yaml.bak", "port: 81\n")
        .file("secrets/app.yaml.orig", "other: 1\n")
        .stage();
    assertThat(repository.verify("--all").findings())
        .containsExactly(
            "notes.txt plaintext-copy",
            "secrets/app.yaml.bak plaintext-copy",
            "secrets/app.yaml~ plaintext-copy",
            "secrets/db.yaml plaintext-copy");
  }

  @Test
  void aRemovedFileThatComesBackInClearIsACopy() throws IOException {
    repository.file("secrets/.gitattributes", "").encrypted("secrets/db.enc.yaml", "a: hunter3\n");
    repository.commit();
    Files.delete(repository.folder().resolve("secrets/db.enc.yaml"));
    Files.delete(repository.folder().resolve(APP));
    repository
        .rules("^other/")
        .file("secrets/db.yaml", "a: b\n")
        .file("renamed.yaml", PLAIN)
        .stage();
    assertThat(repository.verify("--staged").findings())
        .containsExactly("renamed.yaml plaintext-copy", "secrets/db.yaml plaintext-copy");
  }

  @Test
  void aTextThatTheFilterEncryptedWholeIsFound() throws IOException {
    repository.file(".gitattributes", "raw/** filter=sealconf\n");
    repository.rules("^raw/").encrypted("raw/a.yaml", "__sealconf_raw_conflict: YTogMQ==\n");
    repository.encrypted("raw/b.yaml", "__sealconf_raw_unreadable: YTogMQ==\n");
    repository.encrypted("raw/c.yaml", "__sealconf_raw_whole: YTogMQ==\n").stage();
    assertThat(repository.verify("--staged").findings())
        .containsExactly("raw/a.yaml raw-text", "raw/b.yaml raw-text");
  }

  @Test
  void aHalfStagedFileIsFound() throws IOException {
    repository.commit();
    String before = repository.text(APP);
    assertThat(repository.run("set", APP, "[\"password\"]", "\"hunter3\"").exit()).isZero();
    String line = repository.text(APP).replaceAll("(?s).*(password: [^\n]*).*", "$1");
    repository
        .file(APP, before.replaceFirst("password: .*", Matcher.quoteReplacement(line)))
        .stage();
    assertThat(repository.verify("--staged").findings())
        .containsExactly("secrets/app.yaml changed");
  }

  @Test
  void aFileThatSelectsNothingIsNotEncryptedForAnAttribute() throws IOException {
    repository
        .file(
            "other/.sops.yaml",
            "creation_rules:\n  - encrypted_regex: ^none$\n    age: "
                + GuardedRepository.alice()
                + "\n")
        .file(".gitattributes", "other/app.yaml sealconf\n")
        .file("other/app.yaml", PLAIN);
    Result result =
        repository.run(
            "encrypt",
            "-i",
            "--config",
            "other/.sops.yaml",
            "--allow-nothing-encrypted",
            "other/app.yaml");
    assertThat(result.exit()).as(result.err()).isZero();
    repository.stage();
    assertThat(repository.verify("--staged").findings()).isEmpty();

    Files.delete(repository.folder().resolve("other/.sops.yaml"));
    repository.stage();
    assertThat(repository.verify("--staged").findings())
        .containsExactly("other/app.yaml clear-value");
  }
}
