package dev.sealconf.git.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.git.guard.GuardedRepository.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository may hold anything, and its settings may name programs. */
class HostileRepositoryTest {
  private static final int LARGE = 65 << 20;

  /** Their list is longer than 16 MiB. */
  private static final int MANY = 160_000;

  @TempDir Path folder;
  private GuardedRepository repository;

  @BeforeEach
  void create() throws IOException {
    repository = new GuardedRepository(folder).rules("^secrets/").stage();
  }

  @Test
  void anyPathIsCheckedAndShownOnOneLine() {
    for (String name : new String[] {"a\nb", "quote\"'", "\u00ff\u00fe", "\u001b[31m", "-rf"}) {
      repository.stage("100644", "secrets/" + name, "hunter2");
    }
    Result result = repository.verify("--staged");
    assertThat(result.out().lines().filter(line -> !line.startsWith("  hint: ")))
        .containsExactly(
            "secrets/\\u{1b}[31m:1: plaintext: the file must be encrypted: rule 1 of .sops.yaml",
            "secrets/-rf:1: plaintext: the file must be encrypted: rule 1 of .sops.yaml",
            "secrets/a\\u{a}b:1: plaintext: the file must be encrypted: rule 1 of .sops.yaml",
            "secrets/quote\"':1: plaintext: the file must be encrypted: rule 1 of .sops.yaml",
            "secrets/\\xff\\xfe:1: plaintext: the file must be encrypted: rule 1 of .sops.yaml");
    repository.git("commit", "--quiet", "--no-verify", "--message=odd names");
    assertThat(repository.verify("--range", "HEAD").out().lines().filter(l -> !l.startsWith(" ")))
        .hasSize(5);
  }

  @Test
  void aLinkInPlaceOfSettingsIsNotFollowed() throws IOException {
    Files.delete(repository.folder().resolve(".sops.yaml"));
    Files.createSymbolicLink(repository.folder().resolve(".sops.yaml"), Path.of("secrets/nosuch"));
    Files.createSymbolicLink(
        repository.folder().resolve(".gitattributes"), Path.of("secrets/nosuch"));
    repository.stage();
    assertThat(repository.verify("--staged").findings())
        .containsExactly(".gitattributes settings", ".sops.yaml settings");
  }

  @Test
  void settingsThatCantBeReadAreFound() {
    repository.file(".sops.yaml", "creation_rules:\n  - path_regex: '('\n").stage();
    assertThat(repository.verify("--staged").out()).startsWith(".sops.yaml:2: settings: ");
    repository.file(".sops.yaml", "x: " + "y".repeat(2 << 20) + "\n").stage();
    assertThat(repository.verify("--staged").findings()).containsExactly(".sops.yaml settings");
  }

  @Test
  void aLargeFileIsNotRead() throws IOException {
    Files.write(repository.folder().resolve("video.bin"), new byte[LARGE]);
    Files.createDirectories(repository.folder().resolve("secrets"));
    Files.write(repository.folder().resolve("secrets/dump.bin"), new byte[LARGE]);
    repository.stage();
    assertThat(repository.verify("--staged").findings())
        .containsExactly("secrets/dump.bin too-large");
  }

  @Test
  void anObjectThatIsNotHereIsFound() throws IOException {
    String blob = repository.stage("100644", "secrets/app.yaml", "password: hunter2\n");
    Files.delete(
        repository
            .folder()
            .resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
    assertThat(repository.verify("--staged").findings())
        .containsExactly("secrets/app.yaml missing-object");
  }

  @Test
  void noProgramThatTheRepositoryNamesIsStarted() throws IOException {
    Path started = folder.resolve("started");
    Path program = repository.folder().resolve(".git/hooks/post-index-change");
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\ntouch '" + started + "'\ncat\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    repository.file(".gitattributes", "* filter=evil diff=evil merge=evil\n");
    repository.file("secrets/app.yaml", "password: hunter2\n").commit();
    Files.deleteIfExists(started);
    for (String setting :
        new String[] {
          "filter.evil.clean",
          "filter.evil.smudge",
          "filter.evil.process",
          "diff.evil.textconv",
          "diff.evil.command",
          "diff.external",
          "merge.evil.driver",
          "core.fsmonitor",
          "core.pager",
          "core.sshCommand",
          "credential.helper",
          "alias.ls-files",
          "log.showSignature"
        }) {
      repository.git("config", setting, program.toString());
    }
    repository.git("config", "core.hooksPath", program.getParent().toString());
    assertThat(repository.verify("--all").findings()).containsExactly("secrets/app.yaml plaintext");
    assertThat(repository.verify("--staged").exit()).isZero();
    assertThat(repository.verify("--range", "HEAD").exit()).isEqualTo(1);
    assertThat(started).doesNotExist();
  }

  @Test
  void attributesInAFolderOfGitItselfAreIgnored() {
    String blob = repository.withInput("* -sealconf\n").git("hash-object", "-w", "--stdin").strip();
    String inner =
        repository.withInput("100644 blob " + blob + "\t.gitattributes\n").git("mktree").strip();
    String secret = repository.withInput("hunter2").git("hash-object", "-w", "--stdin").strip();
    String rules = repository.git("rev-parse", ":.sops.yaml").strip();
    String secrets =
        repository.withInput("100644 blob " + secret + "\tapp.bin\n").git("mktree").strip();
    String tree =
        repository
            .withInput(
                "040000 tree "
                    + inner
                    + "\t.git\n100644 blob "
                    + rules
                    + "\t.sops.yaml\n"
                    + "040000 tree "
                    + secrets
                    + "\tsecrets\n")
            .git("mktree")
            .strip();
    String commit = repository.git("commit-tree", "-m", "odd", tree).strip();
    assertThat(repository.verify("--range", commit).findings())
        .containsExactly("secrets/app.bin plaintext");
  }

  @Test
  void outsideOfARepositoryNothingCanBeChecked() throws IOException {
    repository.with("GIT_DIR", folder.resolve("nosuch").toString());
    assertThat(repository.verify("--staged").exit()).isEqualTo(2);
  }

  @Test
  void aListOfVeryManyFilesIsRead() {
    String blob = repository.withInput("text").git("hash-object", "-w", "--stdin").strip();
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      String path = "a/folder/with/a/name/that/is/not/short/at/all/" + i;
      entries.append("100644 ").append(blob).append('\t').append(path).append('\0');
    }
    repository.withInput(entries.toString()).git("update-index", "-z", "--index-info");
    String tree = repository.git("write-tree").strip();
    String commit = repository.git("commit-tree", "-m", "many", tree).strip();
    repository.git("update-ref", "HEAD", commit);
    repository.stage("100644", "secrets/app.yaml", "password: hunter2\n");
    assertThat(repository.verify("--staged").findings())
        .containsExactly("secrets/app.yaml plaintext");
  }
}
