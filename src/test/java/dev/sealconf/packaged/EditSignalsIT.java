package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals while an editor is open: what ends, what is kept, and that no plain text is left. */
@Timeout(240)
class EditSignalsIT {
  private static final int PATIENCE_SECONDS = 60;

  /** Saves a change, says where the draft is, and stays open until it may go on. */
  private static final String EDITOR =
      "#!/bin/sh\nsed -i s/old/new/ \"$1\"\necho \"$1\" > ready\nexec cat go > /dev/null\n";

  @TempDir Path root;
  private final String secret = "s3cret" + UUID.randomUUID();
  private Path folder;
  private Path runtime;
  private Packaged sealconf;
  private Process run;
  private Path draft;

  @BeforeEach
  void openAnEditor() throws Exception {
    folder = Files.createDirectory(root.resolve("work"));
    Path editor = Files.writeString(folder.resolve("editor"), EDITOR);
    assertThat(editor.toFile().setExecutable(true)).isTrue();
    // A folder of its own: other runs sweep what they find in the shared one.
    runtime = Files.createTempDirectory(Path.of("/dev/shm"), "runtime");
    sealconf =
        new Packaged(folder)
            .withKey()
            .with("EDITOR", editor.toString())
            .with("XDG_RUNTIME_DIR", runtime.toString());
    Files.writeString(folder.resolve("s.yaml"), "a: old\nb: " + secret + "\n");
    assertThat(sealconf.run("encrypt", "-i", "s.yaml").exit()).isZero();
    assertThat(sealconf.run(Path.of("/usr/bin/mkfifo"), "ready", "go").exit()).isZero();
    run =
        sealconf.start(
            Packaged.DISTRIBUTION.resolve("bin/sealconf"),
            root.resolve("out"),
            root.resolve("err"),
            "edit",
            "s.yaml");
    draft = Path.of(Files.readString(folder.resolve("ready")).strip());
  }

  @AfterEach
  void end() throws IOException {
    run.descendants().forEach(ProcessHandle::destroyForcibly);
    run.destroyForcibly();
    Copies.delete(runtime);
  }

  @Test
  void theDraftIsInMemoryAndInNoArgumentOrVariable() throws Exception {
    assertThat(Files.getFileStore(draft).type()).isEqualTo("tmpfs");
    assertThat(draft).startsWith(runtime);
    assertThat(draft).content().contains(secret);
    assertThat(SecretSearch.everywhere(secret, root)).containsExactly(draft);
    for (String file : new String[] {"cmdline", "environ"}) {
      assertThat(Files.readString(Path.of("/proc", String.valueOf(run.pid()), file)))
          .doesNotContain(secret);
    }
    closeEditor();
    assertThat(exit()).isZero();
    assertThat(SecretSearch.everywhere(secret, root)).isEmpty();
    assertThat(draft.getParent()).doesNotExist();
    assertThat(value()).isEqualTo("new");
  }

  @ParameterizedTest
  @CsvSource({"INT", "QUIT"})
  void keysThatSendASignalAreForTheEditor(String signal) throws Exception {
    send(signal);
    closeEditor();
    assertThat(exit()).isZero();
    assertThat(root.resolve("out")).isEmptyFile();
    assertThat(root.resolve("err")).hasContent("1 value changed");
    assertThat(SecretSearch.everywhere(secret, root)).isEmpty();
    assertThat(value()).isEqualTo("new");
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "HUP, 129"})
  void aSignalThatEndsItWipesTheDraftAndKeepsItEncrypted(String signal, int status)
      throws Exception {
    send(signal);
    assertThat(exit()).isEqualTo(status);
    assertThat(SecretSearch.everywhere(secret, root)).isEmpty();
    assertThat(draft.getParent()).doesNotExist();
    assertThat(value()).isEqualTo("old");
    assertThat(root.resolve("err"))
        .content()
        .contains("the draft is saved, encrypted, in '.s.yaml.draft.json'");
    sealconf.with("EDITOR", "true");
    assertThat(sealconf.run("edit", "--resume", "s.yaml").exit()).isZero();
    assertThat(value()).isEqualTo("new");
  }

  @ParameterizedTest
  @CsvSource({"KILL, 137", "SEGV, 1"})
  void afterACrashNothingIsOnDiskAndTheNextRunSweepsMemory(String signal, int status)
      throws Exception {
    send(signal);
    assertThat(exit()).isEqualTo(status);
    closeEditor();
    assertThat(SecretSearch.everywhere(secret, root)).containsExactly(draft);
    assertThat(sealconf.run("--version").exit()).isZero();
    assertThat(SecretSearch.everywhere(secret, root)).isEmpty();
    assertThat(draft.getParent()).doesNotExist();
  }

  private void send(String signal) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(run.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private void closeEditor() throws IOException {
    Files.writeString(folder.resolve("go"), "");
  }

  private int exit() throws InterruptedException {
    assertThat(run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return run.exitValue();
  }

  private String value() throws Exception {
    return sealconf.run("decrypt", "--extract", "[\"a\"]", "s.yaml").out();
  }
}
