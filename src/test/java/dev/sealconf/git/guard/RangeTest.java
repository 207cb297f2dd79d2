package dev.sealconf.git.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.git.guard.GuardedRepository.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code git verify --range}: every version that commits add, with merges and what they remove. */
class RangeTest {
  private static final String APP = "secrets/app.yaml";

  @TempDir Path folder;
  private GuardedRepository repository;
  private String first;

  @BeforeEach
  void create() throws IOException {
    repository = new GuardedRepository(folder).rules("^secrets/");
    first = repository.encrypted(APP, "password: hunter2\n").commit();
  }

  @Test
  void findsPlaintextThatALaterCommitRemoves() throws IOException {
    String good = repository.text(APP);
    String bad = repository.file(APP, "password: hunter2\n").commit();
    repository.file(APP, good).commit();

    Result result = repository.verify("--range", first + "..HEAD");

    assertThat(result.findings()).containsExactly("secrets/app.yaml plaintext");
    assertThat(result.out()).contains("(in commit " + bad.substring(0, 12) + ")");
    assertThat(repository.verify("--range", bad + "..HEAD").findings()).isEmpty();
    assertThat(repository.verify("--all").findings()).isEmpty();
  }

  @Test
  void oneCommitStandsForItselfAndAllBeforeIt() {
    repository.file("secrets/b.yaml", "password: hunter2\n").commit();
    repository.file("secrets/c.yaml", "password: hunter2\n").commit();
    assertThat(repository.verify("--range", "HEAD").findings())
        .containsExactly("secrets/b.yaml plaintext", "secrets/c.yaml plaintext");
  }

  @Test
  void findsWhatOnlyAMergeAdds() {
    repository.git("checkout", "--quiet", "-b", "side");
    repository.file("side.txt", "side").commit();
    repository.git("checkout", "--quiet", "main");
    repository.file("main.txt", "main").commit();
    repository.git("merge", "--quiet", "--no-commit", "--no-ff", "side");
    repository.file("secrets/evil.yaml", "password: hunter2\n").commit();
    assertThat(repository.verify("--range", first + "..HEAD").findings())
        .containsExactly("secrets/evil.yaml plaintext");
  }

  @Test
  void aVersionThatAMergeTakesOverIsNotNew() {
    repository.git("checkout", "--quiet", "-b", "side");
    String side = repository.file("secrets/side.yaml", "password: hunter2\n").commit();
    repository.git("checkout", "--quiet", "main");
    String main = repository.file("main.txt", "main").commit();
    repository.git("merge", "--quiet", "--no-ff", "--message=merge", "side");
    assertThat(repository.verify("--range", main + "..HEAD").findings())
        .containsExactly("secrets/side.yaml plaintext");
    repository.git("update-ref", "refs/remotes/origin/side", side);
    repository.git("update-ref", "refs/remotes/origin/main", main);
    String head = repository.git("rev-parse", "HEAD").strip();
    repository.withInput("refs/heads/main " + head + " refs/heads/new " + "0".repeat(40) + "\n");
    assertThat(repository.verify("--pre-push").findings()).isEmpty();
  }

  @Test
  void aCommitThatWeakensTheRulesIsJudgedByThoseAtTheEnd() throws IOException {
    String rules = repository.text(".sops.yaml");
    repository.file(".sops.yaml", "creation_rules: []\n");
    repository.file("secrets/new.yaml", "password: hunter2\n").commit();
    repository.file(".sops.yaml", rules);
    Files.delete(repository.folder().resolve("secrets/new.yaml"));
    repository.commit();
    assertThat(repository.verify("--range", first + "..HEAD").findings())
        .containsExactly("secrets/new.yaml plaintext");
  }

  @Test
  void recipientsAreThoseOfTheRulesInTheSameCommit() throws IOException {
    repository.file("a.txt", "a").commit();
    String both = GuardedRepository.alice() + "," + GuardedRepository.bob();
    repository.file(
        ".sops.yaml", "creation_rules:\n  - path_regex: ^secrets/\n    age: " + both + "\n");
    String outdated = repository.commit();
    assertThat(repository.verify("--range", first + ".." + outdated).findings())
        .containsExactly("secrets/app.yaml recipients");

    assertThat(repository.run("updatekeys", "--yes", APP).exit()).isZero();
    repository.commit();
    assertThat(repository.verify("--range", "HEAD").findings()).isEmpty();
  }

  @Test
  void linksSubmodulesAndRemovedFilesAreNoFiles() throws IOException {
    Files.delete(repository.folder().resolve(APP));
    repository.stage();
    repository.stage("120000", "secrets/link.yaml", "password: hunter2");
    repository
        .withInput("160000 " + first + "\tsecrets/module\0")
        .git("update-index", "-z", "--index-info");
    repository.git("commit", "--quiet", "--message=a change");
    Result result = repository.verify("--range", first + "..HEAD");
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo("Checked 0 files: nothing found\n");
  }

  @Test
  void anUnknownRangeIsAMistake() {
    for (String range : new String[] {"nosuch..HEAD", "--all", "HEAD --all", ""}) {
      Result result = repository.verify("--range=" + range);
      assertThat(result.exit()).as(range).isEqualTo(2);
      assertThat(result.out()).isEmpty();
    }
  }

  @Test
  void aBareRepositoryIsCheckedByItsHead() throws IOException {
    repository.file("secrets/b.yaml", "password: hunter2\n").commit();
    repository.git("config", "core.bare", "true");
    repository.with("GIT_DIR", repository.folder().resolve(".git").toString());
    Result result = repository.verify("--all");
    assertThat(result.findings()).as(result.err()).containsExactly("secrets/b.yaml plaintext");
  }
}
