package dev.sealconf.git.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.git.setup.TestRepository;
import dev.sealconf.git.setup.TestRepository.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  @TempDir Path folder;
  private TestRepository repository;
  private Path program;

  @BeforeEach
  void makeRepository() throws IOException {
    repository = TestRepository.in(folder).withRule("^secrets/");
    repository.with("SOPS_AGE_KEY", TestRepository.IDENTITY);
    program = folder.resolve("a program/sealconf");
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\necho 'sealconf 1.0'\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private void install(String mode) {
    Result result =
        repository.sealconf("git", "install", mode, "--program", program.toString(), "secrets/**");
    assertThat(result.exit()).as(result.toString()).isZero();
  }

  private Result doctor() {
    return repository.sealconf("git", "doctor");
  }

  /** Encrypted files alone: no filter has to run. */
  private void commitSealed() throws IOException {
    repository.write("secrets/a.yaml", "password: hunter2\n");
    Result encrypted = repository.sealconf("encrypt", "-i", "secrets/a.yaml");
    assertThat(encrypted.exit()).as(encrypted.toString()).isZero();
    repository.git("add", "--all");
  }

  @Test
  void findsNothingWrongAfterInstall() throws IOException {
    install("--sealed");
    commitSealed();

    Result result = doctor();

    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(result.out())
        .matches(
            """
            ok: git version .*
            ok: git's settings
            ok: git finds .*/a program/sealconf'
            ok: attributes of 1 protected files
            ok: the files of .sops.yaml's rules
            ok: protected files are encrypted in git
            ok: your keys open the protected files
            ok: hooks
            ok: no decrypted text in git's notes
            """);
  }

  @Test
  void saysWhatIsMissingWithoutInstall() {
    Result result = doctor();

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out())
        .contains("problem: git doesn't run sealconf here: its settings are missing\n")
        .contains("  hint: sealconf git install\n")
        .contains("problem: git can't run sealconf\n")
        .contains("warning: no file is protected\n")
        .contains("warning: there is no hook pre-commit\n");
  }

  @Test
  void findsAnEncodingThatGitWouldApplyToEncryptedFiles() throws IOException {
    install("--transparent");
    String attributes = repository.text(".gitattributes");
    repository
        .write(".gitattributes", attributes + "secrets/*.txt working-tree-encoding=UTF-16\n")
        .write("secrets/a.txt", "hunter2\n");

    Result result = doctor();

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out())
        .contains("problem: 'secrets/a.txt' has the attribute working-tree-encoding: ");
  }

  @Test
  void warnsOfConflictsThatGitRecordsInPlaintext() throws IOException {
    install("--transparent");
    repository.write("secrets/a.yaml", "password: hunter2\n");
    assertThat(doctor().out()).doesNotContain("rerere");

    repository.git("config", "rerere.enabled", "true");

    assertThat(doctor().out())
        .contains("warning: git rerere keeps conflicts in plaintext, in ")
        .contains("  hint: turn it off: git config rerere.enabled false\n");

    repository.git("config", "rerere.enabled", "false");
    assertThat(doctor().out()).doesNotContain("rerere");
    Files.createDirectories(repository.top().resolve(".git/rr-cache/0123"));
    assertThat(doctor().out()).contains("rr-cache'\n");
  }

  @Test
  void findsPlaintextInGit() throws IOException {
    install("--sealed");
    repository.write("secrets/a.yaml", "password: hunter2\n").git("add", "--all");

    Result result = doctor();

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out())
        .contains("problem: git has 'secrets/a.yaml' in plaintext\n")
        .contains("sealconf encrypt -i 'secrets/a.yaml' && git add 'secrets/a.yaml'\n")
        .doesNotContain("hunter2");
  }

  @Test
  void findsFilesOfARuleThatNoAttributeProtects() throws IOException {
    repository.write("secrets/a.yaml", "password: hunter2\n").git("add", "--all");

    assertThat(doctor().out())
        .contains(
            "warning: git has 'secrets/a.yaml' in plaintext, although a rule of .sops.yaml is for"
                + " it\n");
  }

  @Test
  void findsSettingsThatAreNotSafe() {
    install("--sealed");
    repository.git("config", "filter.sealconf.required", "false");
    repository.git("config", "diff.sealconf.cachetextconv", "true");
    repository.git("config", "merge.sealconf.name", "x");

    assertThat(doctor().out())
        .contains("problem: filter.sealconf.required is not true")
        .contains("git config --replace-all filter.sealconf.required 'true'\n")
        .contains("problem: diff.sealconf.cachetextconv is not false")
        .contains("warning: merge.sealconf.name is 'x'\n");
  }

  @Test
  void findsFilteredSettingsFiles() throws IOException {
    repository.write(".gitattributes", "*.yaml filter=sealconf\n");
    repository.write("a.yaml", "x: 1\n").git("add", "a.yaml");

    assertThat(doctor().out())
        .contains("problem: .sops.yaml has sealconf's attributes, but has to stay readable\n")
        .contains("warning: 'a.yaml' has no attribute diff=sealconf\n");
  }

  @Test
  void findsAHookThatGitSkips() {
    install("--sealed");
    assertThat(repository.top().resolve(".git/hooks/pre-push").toFile().setExecutable(false, false))
        .isTrue();

    assertThat(doctor().out())
        .contains("problem: git skips the hook pre-push: it isn't executable\n");
  }

  @Test
  void findsDecryptedTextInNotes() throws IOException {
    install("--sealed");
    commitSealed();
    repository.git("commit", "--quiet", "--no-verify", "--message", "x");
    repository.git("update-ref", "refs/notes/textconv/sealconf", "HEAD");

    assertThat(doctor().out())
        .contains("problem: refs/notes/textconv/sealconf holds decrypted text\n")
        .contains("git update-ref -d refs/notes/textconv/sealconf && git gc --prune=now\n");
  }

  @Test
  void saysThatNoKeyIsAtHand() throws IOException {
    install("--sealed");
    commitSealed();
    repository.with("SOPS_AGE_KEY", "");

    assertThat(doctor().out())
        .contains("warning: no key at hand opens 1 of 1 protected files, among them")
        .contains("  hint: to see who can: sealconf who 'secrets/a.yaml'\n");
  }

  @Test
  void reportsAConfigurationThatCanNotBeRead() throws IOException {
    install("--sealed");
    repository.write(".sops.yaml", "creation_rules: [\n");

    Result result = doctor();

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).contains("problem: ").contains(".sops.yaml").contains("ok: hooks\n");
  }

  @Test
  void findsAProgramThatIsGone() throws IOException {
    install("--sealed");
    Files.delete(program);

    assertThat(doctor().out()).contains("problem: git can't run '" + program + "'\n");
  }
}
