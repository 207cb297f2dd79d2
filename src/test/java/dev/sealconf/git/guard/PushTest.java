package dev.sealconf.git.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code git verify --pre-push} reads the lines that git gives its hook. */
class PushTest {
  private static final String ZERO = "0".repeat(40);

  @TempDir Path folder;
  private GuardedRepository repository;
  private String published;
  private String head;

  @BeforeEach
  void create() throws IOException {
    repository = new GuardedRepository(folder).rules("^secrets/");
    repository.file("secrets/old.yaml", "password: hunter2\n");
    published = repository.commit();
    head = repository.file("secrets/new.yaml", "password: hunter2\n").commit();
  }

  private GuardedRepository.Result push(String local, String remote) {
    return repository
        .withInput("refs/heads/main " + local + " refs/heads/main " + remote + "\n")
        .verify("--pre-push");
  }

  @Test
  void checksWhatTheRemoteBranchLacks() {
    assertThat(push(head, published).findings()).containsExactly("secrets/new.yaml plaintext");
    assertThat(push(head, head).findings()).isEmpty();
  }

  @Test
  void checksWhatNoRemoteBranchHasIfTheBranchIsNew() {
    assertThat(push(head, ZERO).findings())
        .containsExactly("secrets/new.yaml plaintext", "secrets/old.yaml plaintext");
    repository.git("update-ref", "refs/remotes/origin/main", published);
    assertThat(push(head, ZERO).findings()).containsExactly("secrets/new.yaml plaintext");
  }

  @Test
  void doesTheSameIfTheRemoteCommitWasNotFetched() {
    repository.git("update-ref", "refs/remotes/origin/main", published);
    assertThat(push(head, "1".repeat(40)).findings()).containsExactly("secrets/new.yaml plaintext");
  }

  @Test
  void checksNothingIfABranchIsDeleted() {
    assertThat(push(ZERO, published).findings()).isEmpty();
  }

  @Test
  void takesTheCommitsThatThePreCommitFrameworkNames() {
    repository.with("PRE_COMMIT_FROM_REF", published).with("PRE_COMMIT_TO_REF", head);
    assertThat(repository.verify("--pre-push").findings())
        .containsExactly("secrets/new.yaml plaintext");
  }

  @Test
  void refusesOtherInput() {
    assertThat(repository.withInput("main --all x y\n").verify("--pre-push").exit()).isEqualTo(2);
  }
}
