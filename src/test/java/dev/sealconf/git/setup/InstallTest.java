package dev.sealconf.git.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.git.setup.TestRepository.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallTest {
  private static final String PROGRAM = "/opt/my tools/bin/sealconf";

  @TempDir Path folder;
  private TestRepository repository;

  @BeforeEach
  void makeRepository() throws IOException {
    repository = TestRepository.in(folder).withRule("^secrets/");
  }

  private Result install(String... more) {
    return run("install", more);
  }

  private Result run(String action, String... more) {
    List<String> words = new ArrayList<>(List.of("git", action));
    if (action.equals("install")) {
      words.addAll(List.of("--program", PROGRAM));
    }
    words.addAll(List.of(more));
    Result result = repository.sealconf(words.toArray(String[]::new));
    assertThat(result.exit()).as(result.toString()).isZero();
    return result;
  }

  @Test
  void writesSettingsThatStartTheProgram() {
    Result result = install();

    assertThat(repository.git("config", "filter.sealconf.process"))
        .isEqualTo("'/opt/my tools/bin/sealconf' git filter-process\n");
    assertThat(repository.git("config", "filter.sealconf.clean"))
        .isEqualTo("'/opt/my tools/bin/sealconf' git clean -- %f\n");
    assertThat(repository.git("config", "filter.sealconf.required")).isEqualTo("true\n");
    assertThat(repository.git("config", "diff.sealconf.cachetextconv")).isEqualTo("false\n");
    assertThat(repository.git("config", "merge.sealconf.driver"))
        .isEqualTo("'/opt/my tools/bin/sealconf' git merge-driver %O %A %B %L %P\n");
    assertThat(result.out())
        .contains("  filter.sealconf.required = true\n")
        .contains("Wrote the hook '.git/hooks/pre-commit'\n");
  }

  @Test
  void leavesEverythingAsItIsTheSecondTime() throws IOException {
    install("--transparent", "secrets/**");
    String config = repository.text(".git/config");
    String attributes = repository.text(".gitattributes");

    Result again = install("--transparent", "secrets/**");

    assertThat(again.out()).isEqualTo("Git's settings are there already.\n");
    assertThat(repository.text(".git/config")).isEqualTo(config);
    assertThat(repository.text(".gitattributes")).isEqualTo(attributes);
  }

  @Test
  void uninstallRestoresTheConfigurationByteForByte() throws IOException {
    repository.git("config", "user.name", "Ada # not a comment");
    Files.writeString(
        repository.top().resolve(".git/config"),
        repository.text(".git/config") + "\n; mine\n[Alias]   st = status\n");
    String before = repository.text(".git/config");
    install();

    run("uninstall");

    assertThat(repository.text(".git/config")).isEqualTo(before);
    assertThat(repository.top().resolve(".git/hooks/pre-commit")).doesNotExist();
    assertThat(repository.top().resolve(".git/hooks/pre-push")).doesNotExist();
  }

  @Test
  void globalSettingsComeAndGoWithoutTouchingTheRepository() throws IOException {
    Path global = folder.resolve("home/gitconfig");
    Files.writeString(global, "[user]\n\tname = Ada\n");
    String config = repository.text(".git/config");

    install("--global");
    assertThat(Files.readString(global)).contains("filter-process");
    assertThat(repository.text(".git/config")).isEqualTo(config);
    assertThat(repository.top().resolve(".git/hooks/pre-commit")).doesNotExist();

    run("uninstall", "--global");
    assertThat(Files.readString(global)).isEqualTo("[user]\n\tname = Ada\n");
  }

  @Test
  void saysWhatItWroteAlsoWhenItFailsLater() throws IOException {
    repository.write(".sops.yaml", "creation_rules: [\n");

    Result result = repository.sealconf("git", "install", "--program", PROGRAM);

    assertThat(result.exit()).isNotZero();
    assertThat(result.out()).contains("  filter.sealconf.required = true\n");
    assertThat(result.err()).contains(".sops.yaml");
  }

  @Test
  void doesNotUseTheRepositoryOfAnotherUser() {
    repository.with("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");

    assertThat(repository.sealconf("git", "status").err())
        .contains("git doesn't use this repository: another user owns it");
  }

  @Test
  void needsNoRepositoryForGlobalSettings() throws IOException {
    TestRepository outside = repository.at(Files.createDirectory(folder.resolve("no repository")));
    Path global = folder.resolve("home/gitconfig");

    assertThat(outside.sealconf("git", "install", "--global", "--program", "sealconf").exit())
        .isZero();

    assertThat(Files.readString(global)).contains("process = sealconf git filter-process\n");
    assertThat(outside.sealconf("git", "install", "--program", "sealconf").err())
        .contains("not in a git repository");
  }

  @Test
  void keepsASettingThatSomeoneElseWrote() {
    repository.git("config", "filter.sealconf.clean", "my-wrapper %f");

    Result installed = install();
    assertThat(installed.err()).contains("kept filter.sealconf.clean = 'my-wrapper %f'");
    assertThat(repository.git("config", "filter.sealconf.clean")).isEqualTo("my-wrapper %f\n");

    assertThat(run("uninstall").err()).contains("kept filter.sealconf.clean");
    assertThat(repository.git("config", "filter.sealconf.clean")).isEqualTo("my-wrapper %f\n");
  }

  @Test
  void followsTheProgramToANewPlace() throws IOException {
    repository.sealconf("git", "install", "--program", "/old/sealconf");

    install();

    assertThat(repository.git("config", "--get-all", "filter.sealconf.process"))
        .isEqualTo("'/opt/my tools/bin/sealconf' git filter-process\n");
    assertThat(repository.text(".git/hooks/pre-commit"))
        .contains("exec '/opt/my tools/bin/sealconf' git verify --staged\n");
    run("uninstall");
    assertThat(repository.text(".git/config")).doesNotContain("sealconf");
  }

  @Test
  void neverTouchesTheHookOfAnother() throws IOException {
    repository.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 0\n");

    Result result = install();

    assertThat(result.out())
        .contains("There is a hook, so sealconf did not write '.git/hooks/pre-commit'")
        .contains("  '/opt/my tools/bin/sealconf' git verify --staged || exit 1\n")
        .contains("Wrote the hook '.git/hooks/pre-push'\n");
    run("uninstall");
    assertThat(repository.text(".git/hooks/pre-commit")).isEqualTo("#!/bin/sh\nexit 0\n");
    assertThat(repository.top().resolve(".git/hooks/pre-push")).doesNotExist();
  }

  @Test
  void isSatisfiedWithAHookThatRunsTheCheck() throws IOException {
    repository.write(
        ".git/hooks/pre-commit", "#!/bin/sh\nlint && sealconf git verify --staged || exit 1\n");

    assertThat(install().out()).doesNotContain("pre-commit");
  }

  @Test
  void writesNoHookIntoAFolderThatTheUserChose() throws IOException {
    Path chosen = Files.createDirectories(repository.top().resolve(".husky"));
    repository.git("config", "core.hooksPath", ".husky");

    assertThat(install().out())
        .contains("core.hooksPath is set, so sealconf did not write '.husky/pre-push'")
        .contains("git verify --pre-push || exit 1\n");
    assertThat(chosen).isEmptyDirectory();
    assertThat(repository.top().resolve(".git/hooks/pre-commit")).doesNotExist();
  }

  @Test
  void gitRunsTheHook() throws IOException {
    Path program = folder.resolve("a program/sealconf");
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\necho \"ran: $*\" >&2\nexit 1\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    repository.sealconf("git", "install", "--program", program.toString());
    repository.write("a.txt", "a\n").git("add", "a.txt");

    Result commit = repository.tryGit("commit", "--message", "x");

    assertThat(commit.exit()).isEqualTo(1);
    assertThat(commit.err()).contains("ran: git verify --staged");
  }

  @Test
  void setsUpAllLinkedWorkTreesAtOnce() throws IOException {
    repository.write("a.txt", "a\n").git("add", "a.txt");
    repository.git("commit", "--quiet", "--message", "x");
    Path linked = folder.resolve("linked tree");
    repository.git("worktree", "add", "--quiet", "-b", "linked", linked.toString());
    String before = repository.text(".git/config");

    TestRepository there = repository.at(linked);
    assertThat(there.sealconf("git", "install", "--program", PROGRAM).exit()).isZero();

    assertThat(repository.git("config", "filter.sealconf.required")).isEqualTo("true\n");
    assertThat(repository.top().resolve(".git/hooks/pre-commit")).isExecutable();
    assertThat(there.sealconf("git", "uninstall").exit()).isZero();
    assertThat(repository.text(".git/config")).isEqualTo(before);
  }
}
