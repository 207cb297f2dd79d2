package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real pre-commit framework runs our hooks from a repository that has them. */
class PreCommitIT {
  private static final String FILE = "secrets/app.yaml";

  @TempDir Path folder;
  private Path repository;
  private Packaged sealconf;

  /** What a run left. */
  private record Result(int exit, String out) {}

  @BeforeEach
  void install() throws IOException, InterruptedException {
    Peers.PRE_COMMIT.path();
    Path hooks = Files.createDirectory(folder.resolve("hooks"));
    Files.copy(Path.of(".pre-commit-hooks.yaml"), hooks.resolve(".pre-commit-hooks.yaml"));
    repository = Files.createDirectory(folder.resolve("repository"));
    sealconf = new Packaged(repository).withKey();
    for (Path each : List.of(hooks, repository)) {
      git(each, "init", "--quiet", "--initial-branch=main");
    }
    git(hooks, "add", "--all");
    git(hooks, "commit", "--quiet", "--message=hooks");
    Files.writeString(
        repository.resolve(".pre-commit-config.yaml"),
        """
        repos:
          - repo: %s
            rev: %s
            hooks:
              - id: sealconf-verify
              - id: sealconf-verify-push
        """
            .formatted(hooks, git(hooks, "rev-parse", "HEAD").out().strip()));
    Files.writeString(
        repository.resolve(".sops.yaml"),
        "creation_rules:\n  - path_regex: ^secrets/\n    age: "
            + sealconf.environment().get("SOPS_AGE_RECIPIENTS")
            + "\n");
    run(
        repository,
        Peers.PRE_COMMIT.path().toString(),
        "install",
        "--hook-type=pre-commit",
        "--hook-type=pre-push");
    Files.createDirectory(repository.resolve("secrets"));
    Files.writeString(repository.resolve(FILE), "password: hunter2\n");
  }

  @Test
  void aCommitWithStagedPlaintextFailsWhateverIsInTheWorkTree()
      throws IOException, InterruptedException {
    git(repository, "add", "--all");
    assertThat(sealconf.run("encrypt", "-i", FILE).exit()).isZero();
    Result refused = git(repository, "commit", "--message=a secret");
    assertThat(refused.exit()).as(refused.out()).isEqualTo(1);
    assertThat(refused.out()).contains("secrets/app.yaml:1: plaintext: ").doesNotContain("hunter2");

    git(repository, "add", "--all");
    Result done = git(repository, "commit", "--message=a secret");
    assertThat(done.exit()).as(done.out()).isZero();
    assertThat(done.out()).contains("sealconf git verify (staged files)").contains("Passed");
  }

  @Test
  void aPushOfAnUncheckedCommitFails() throws IOException, InterruptedException {
    Path remote = folder.resolve("remote.git");
    git(repository, "init", "--quiet", "--bare", remote.toString());
    git(repository, "remote", "add", "origin", remote.toString());
    assertThat(sealconf.run("encrypt", "-i", FILE).exit()).isZero();
    git(repository, "add", "--all");
    git(repository, "commit", "--message=encrypted");
    Result pushed = git(repository, "push", "origin", "main");
    assertThat(pushed.exit()).as(pushed.out()).isZero();

    Files.writeString(repository.resolve(FILE), "password: hunter2\n");
    git(repository, "commit", "--all", "--no-verify", "--message=plain");
    Result refused = git(repository, "push", "origin", "main");
    assertThat(refused.exit()).as(refused.out()).isNotZero();
    assertThat(refused.out()).contains("secrets/app.yaml:1: plaintext: ");
  }

  private Result git(Path where, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Peers.GIT.path().toString()));
    command.addAll(Arrays.asList(arguments));
    return run(where, command.toArray(String[]::new));
  }

  private Result run(Path where, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(sealconf.environment());
    environment.put("PATH", Packaged.DISTRIBUTION.resolve("bin") + ":" + environment.get("PATH"));
    environment.put("PRE_COMMIT_HOME", folder.resolve("pre-commit").toString());
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + role + "_NAME", "Alice");
      environment.put("GIT_" + role + "_EMAIL", "alice@example.com");
    }
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), out);
  }
}
