package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real git starts {@code git textconv} once for each blob, and Java starts once. */
class TextconvServerIT {
  private static final int FILES = 12;

  /** Sets folder to the folder of the server, in a script that git starts through a shell. */
  private static final String FOLDER =
      """
      git=$(sed 's/.*) . //; s/ .*//' /proc/$PPID/stat)
      since=$(sed 's/.*) //' /proc/$git/stat | cut -d ' ' -f 20)
      folder=$XDG_RUNTIME_DIR/sealconf-textconv-$git-$since
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path root;
  private Path folder;
  private Path javas;
  private Path runtime;
  private Packaged sealconf;

  @BeforeEach
  void commitEncryptedFiles() throws Exception {
    root = root.toRealPath();
    folder = Files.createDirectory(root.resolve("work"));
    sealconf = new Packaged(folder).withKey().with("GIT_CONFIG_NOSYSTEM", "1");
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      sealconf.with("GIT_" + role + "_NAME", "a").with("GIT_" + role + "_EMAIL", "a@example.com");
    }
    javas = Files.createDirectory(sealconf.home().resolve("javas"));
    runtime = Files.createDirectory(sealconf.home().resolve("runtime"), ownerOnly());
    sealconf.with("XDG_RUNTIME_DIR", runtime.toString());
    git(
        "git init -q .; git config diff.sealconf.textconv 'sealconf git textconv'",
        "echo 'f*.yaml diff=sealconf' >.gitattributes",
        "for i in $(seq " + FILES + "); do",
        "  printf 'password: hunter%s\\nfiller_unencrypted: %09000d\\n' $i 0 >f$i.yaml",
        "done",
        "printf 'creation_rules:\\n- age: %s\\n' $SOPS_AGE_RECIPIENTS >.sops.yaml",
        "sealconf encrypt -i . 2>/dev/null && git add . && git commit -qm one");
    sealconf.with("SEALCONF_JAVA_OPTIONS", "-Xlog:os=info:file=" + javas + "/%p.log");
  }

  private static FileAttribute<?> ownerOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  }

  private Result git(String... lines) throws Exception {
    Result result = sealconf.shell(String.join("\n", lines));
    assertThat(result.exit()).as(result.err()).isZero();
    return result;
  }

  private List<Long> javaProcesses() throws IOException {
    try (Stream<Path> logs = Files.list(javas)) {
      return logs.map(log -> Long.valueOf(log.getFileName().toString().replace(".log", "")))
          .toList();
    }
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting until " + what).isBefore(end);
      Thread.sleep(20);
    }
  }

  private void awaitEndOfServers() throws Exception {
    for (long java : javaProcesses()) {
      await("the server ends", () -> ProcessHandle.of(java).isEmpty());
    }
    await("its folder is removed", () -> folders().isEmpty());
  }

  /** The folders of servers; locks have another one. */
  private List<String> folders() {
    return Stream.of(runtime.toFile().list())
        .filter(name -> name.startsWith("sealconf-textconv-"))
        .toList();
  }

  private static void assertMasked(String text) {
    assertThat(text).doesNotContain("hunter");
    assertThat(text.lines().filter(line -> line.startsWith("+password: <hidden "))).hasSize(FILES);
  }

  @Test
  void startsJavaOnceForAllBlobsAndEndsWithGit() throws Exception {
    Result log = git("git log -p");
    assertMasked(log.out());
    assertThat(log.err()).isEmpty();
    assertThat(javaProcesses()).hasSize(1);
    awaitEndOfServers();
    assertThat(git("SEALCONF_REVEAL=1 git log -p").out()).contains("+password: hunter1\n");
    awaitEndOfServers();
  }

  @Test
  void servesEachGitCommandByItself() throws Exception {
    Result both =
        git(
            "SEALCONF_REVEAL=1 git log -p >../shown & git log -p >../masked; wait $!",
            "cat ../masked");
    assertMasked(both.out());
    assertThat(Files.readString(root.resolve("shown"))).contains("+password: hunter2\n");
    assertThat(javaProcesses()).hasSize(2);
    awaitEndOfServers();
  }

  @Test
  void needsNoOtherJavaThanTheFilterAndMasksByTheRuleOfEachVersion() throws Exception {
    git(
        "git config filter.sealconf.process 'sealconf git filter-process'",
        "git config filter.sealconf.required true",
        "echo 't.yaml filter=sealconf diff=sealconf' >>.gitattributes",
        "for rule in '^(password|user)$' '^password$'; do",
        "  printf 'user: app%s\\npassword: hunter\\n' ${#rule} >../t.yaml",
        "  sealconf encrypt --encrypted-regex \"$rule\" --output ../${#rule}.yaml ../t.yaml",
        "  blob=$(git hash-object -w --no-filters ../${#rule}.yaml)",
        "  git update-index --add --cacheinfo 100644,$blob,t.yaml && git commit -qm $blob",
        "done; rm $HOME/javas/*");
    Result log = git("git log -p -- t.yaml");
    assertThat(log.out())
        .contains("\n+user: <hidden ", "\n-user: <hidden ", "\n+user: app10\n")
        .doesNotContain("app17", "hunter");
    assertThat(javaProcesses()).hasSize(1);
    awaitEndOfServers();
  }

  @Test
  void worksAloneOnceItsServerIsKilled() throws Exception {
    Path textconv =
        script(
            "echo x >>$HOME/calls",
            "if [ $(wc -l <$HOME/calls) = 4 ]; then",
            "  for log in $HOME/javas/*; do log=${log##*/}; kill -9 ${log%.log}; done",
            "fi",
            "exec sealconf git textconv \"$1\"");
    Result log = git("git -c diff.sealconf.textconv='sh " + textconv + "' log -p");
    assertMasked(log.out());
    assertThat(javaProcesses()).hasSize(1 + FILES - 3);
    assertThat(folders()).as("the folder that was left").hasSize(1);
    assertMasked(git("git log -p").out());
    awaitEndOfServers();
  }

  private Path script(String... lines) throws IOException {
    return Files.writeString(sealconf.home().resolve("textconv"), String.join("\n", lines) + "\n");
  }

  @Test
  void endsWhenGitIsKilled() throws Exception {
    ProcessBuilder builder = new ProcessBuilder("/usr/bin/git", "log", "-p");
    builder.directory(folder.toFile()).environment().clear();
    builder.environment().putAll(sealconf.environment());
    String path = Packaged.DISTRIBUTION.resolve("bin") + ":" + sealconf.environment().get("PATH");
    builder.environment().put("PATH", path);
    Process git = builder.start(); // it waits soon: its output is more than a pipe holds
    try {
      await("a server runs", () -> folders().size() == 1);
      await("it has the pipe of git", () -> javas.toFile().list().length == 1);
    } finally {
      git.destroyForcibly().waitFor();
    }
    awaitEndOfServers();
  }

  @Test
  void worksAloneIfItCanHaveNoFolder() throws Exception {
    Path taken = script(FOLDER, ": >$folder", "exec sealconf git textconv \"$1\"");
    assertMasked(git("git -c diff.sealconf.textconv='sh " + taken + "' log -p").out());
    assertThat(javaProcesses()).hasSize(FILES);
  }

  @Test
  void doesNotWaitForAServerThatIsNotThere() throws Exception {
    Path empty =
        script(
            FOLDER,
            "if mkdir -m 700 $folder 2>/dev/null; then",
            "  for pipe in request reply1 reply2 reply3 reply4; do mkfifo $folder/$pipe; done",
            "fi",
            "exec sealconf git textconv \"$1\"");
    assertMasked(git("git -c diff.sealconf.textconv='sh " + empty + "' log -p").out());
    assertThat(javaProcesses()).hasSize(FILES);
  }

  @Test
  void leavesAFolderOfAnotherUserAlone() throws Exception {
    assertThat(OtherUser.command()).contains("--reuid=");
    Path theirs =
        script(
            FOLDER,
            "if mkdir -m 777 $folder 2>/dev/null; then",
            "  for pipe in request reply1 reply2 reply3 reply4; do",
            "    mkfifo $folder/$pipe; chmod 666 $folder/$pipe",
            "  done",
            "  chown -R " + OtherUser.ID + " $folder",
            "fi",
            "exec sealconf git textconv \"$1\"");
    assertMasked(git("git -c diff.sealconf.textconv='sh " + theirs + "' log -p").out());
    assertThat(javaProcesses()).hasSize(FILES);
    try (Stream<Path> files = Files.list(runtime.resolve(folders().get(0)))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("request", "reply1", "reply2", "reply3", "reply4");
    }
  }

  @Test
  void takesAnyNameAndAnyBytes() throws Exception {
    Files.write(folder.resolve("plain.bin"), new byte[3_000_000]);
    git(
        "name=\"$(printf 'f a b\\n\\346 c.yaml')\"",
        "cp f1.yaml \"$name\"; echo '*.bin diff=sealconf' >>.gitattributes",
        "sealconf encrypt --output big.bin plain.bin; rm plain.bin",
        "git add -A; git commit -qm two");
    Result masked = git("git show");
    assertThat(masked.out())
        .contains("+password: <hidden ")
        .contains(", 3000000 bytes>")
        .doesNotContain("hunter");
    git("SEALCONF_REVEAL=1 git show --textconv HEAD:big.bin >../big");
    assertThat(Files.readAllBytes(root.resolve("big"))).isEqualTo(new byte[3_000_000]);
    awaitEndOfServers();
  }
}
