package dev.sealconf.git.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code git verify --staged} sees what the next commit changes, and nothing else. */
class StagedTest {
  @TempDir Path folder;
  private GuardedRepository repository;

  @BeforeEach
  void create() throws IOException {
    repository = new GuardedRepository(folder).rules("^secrets/");
  }

  @Test
  void findsNothingInARepositoryThatIsInOrder() {
    repository
        .encrypted("secrets/app.yaml", "password: hunter2\n")
        .file("README.md", "# An example\n")
        .file("secrets/empty.yaml", "")
        .stage();

    GuardedRepository.Result result = repository.verify("--staged");

    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo("Checked 4 files: nothing found\n");
    assertThat(result.exit()).isZero();
  }

  @Test
  void findsPlaintextWhereARuleDemandsEncryption() {
    repository.file("secrets/app.yaml", "# a comment\npassword: hunter2\n").stage();

    GuardedRepository.Result result = repository.verify("--staged");

    assertThat(result.out())
        .isEqualTo(
            """
            secrets/app.yaml:2: plaintext: the file must be encrypted: rule 1 of .sops.yaml
              hint: sealconf encrypt -i secrets/app.yaml && git add -- secrets/app.yaml
            """);
    assertThat(result.exit()).isEqualTo(1);
  }

  @Test
  void readsTheIndexAndNotTheWorkTree() {
    repository.file("secrets/app.yaml", "password: hunter2\n").stage();
    repository.encrypted("secrets/app.yaml", "password: hunter2\n");
    assertThat(repository.verify("--staged").findings())
        .containsExactly("secrets/app.yaml plaintext");

    repository.stage();
    repository.file("secrets/app.yaml", "password: hunter2\n");
    repository.file(".sops.yaml", "not: [yaml\n");
    assertThat(repository.verify("--staged").err()).isEqualTo("Checked 2 files: nothing found\n");
  }

  @Test
  void checksOnlyWhatTheNextCommitChanges() {
    repository.file("secrets/old.yaml", "password: hunter2\n").commit();
    repository.file("secrets/new.yaml", "password: hunter3\n").stage();
    assertThat(repository.verify("--staged").findings())
        .containsExactly("secrets/new.yaml plaintext");

    repository.git("rm", "--quiet", "--cached", "secrets/new.yaml", "secrets/old.yaml");
    assertThat(repository.verify("--staged").findings()).isEmpty();
  }

  @Test
  void checksEveryFileIfTheSettingsChange() {
    repository.file("config/app.yaml", "password: hunter2\n").commit();
    repository.rules("^secrets/", "^config/").stage();
    assertThat(repository.verify("--staged").findings())
        .containsExactly("config/app.yaml plaintext");
  }

  @Test
  void allMeansEveryFileInTheIndex() {
    repository.file("secrets/old.yaml", "password: hunter2\n").commit();
    assertThat(repository.verify("--staged").findings()).isEmpty();
    assertThat(repository.verify("--all").findings()).containsExactly("secrets/old.yaml plaintext");
  }

  @Test
  void findsAFileThatIsNotEncryptedAnyMore() {
    repository.file(".sops.yaml", "creation_rules:\n  - age: " + GuardedRepository.alice() + "\n");
    repository.encrypted("app.yaml", "password: hunter2\n").commit();
    repository.file("app.yaml", "password: hunter2\n").stage();
    assertThat(repository.verify("--staged").findings()).containsExactly("app.yaml decrypted");
  }

  @Test
  void needsExactlyOneScope() {
    assertThat(repository.verify().exit()).isEqualTo(2);
    assertThat(repository.verify("--staged", "--all").exit()).isEqualTo(2);
    assertThat(repository.verify("--staged", "--format", "xml").exit()).isEqualTo(2);
  }

  @Test
  void worksInALinkedWorkTreeAFolderAndARepositoryWithSha256() throws IOException {
    repository.file("secrets/old.yaml", "password: hunter2\n").commit();
    repository.git("worktree", "add", "--quiet", "../linked");
    GuardedRepository linked = repository.in(folder.resolve("linked"));
    linked.file("secrets/new.yaml", "password: hunter2\n").stage();
    assertThat(linked.verify("--staged").findings()).containsExactly("secrets/new.yaml plaintext");
    assertThat(linked.in(folder.resolve("linked/secrets")).verify("--all").findings())
        .containsExactly("secrets/new.yaml plaintext", "secrets/old.yaml plaintext");

    repository.git("init", "--quiet", "--object-format=sha256", "../sha256");
    GuardedRepository other = repository.in(folder.resolve("sha256"));
    other.rules("^secrets/").encrypted("secrets/app.yaml", "a: hunter2\n");
    other.file("notes.yaml", "a: hunter2\n").commit();
    assertThat(other.verify("--range", "HEAD").findings())
        .containsExactly("notes.yaml plaintext-copy");
    assertThat(other.verify("--all").findings()).containsExactly("notes.yaml plaintext-copy");
  }

  @Test
  void readsTheIndexThatGitNames() {
    repository.file("secrets/app.yaml", "password: hunter2\n").stage();
    repository.with("GIT_INDEX_FILE", ".git/other").git("read-tree", "--empty");
    assertThat(repository.verify("--all").err()).startsWith("Checked 0 files");
    repository.stage();
    assertThat(repository.verify("--all").findings()).containsExactly("secrets/app.yaml plaintext");
  }
}
