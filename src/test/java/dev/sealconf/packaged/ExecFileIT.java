package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What programs get from {@code exec-file}, beside real SOPS, and what is left of it. */
@Timeout(600)
class ExecFileIT {
  private static final String SECRET = "hunter2-of-exec-file";
  private static final String PLAIN = "password: " + SECRET + "\nport: 1\n";

  @TempDir Path root;
  private Packaged sealconf;
  private Path folder;
  private Path temporary;
  private Path runtime;

  @BeforeEach
  void encrypt() throws Exception {
    Path real = root.toRealPath();
    folder = Files.createDirectory(real.resolve("work"));
    temporary = Files.createDirectory(real.resolve("tmp"));
    runtime = Files.createDirectory(real.resolve("runtime"));
    sealconf = new Packaged(folder).withKey().with("TMPDIR", temporary.toString());
    sealconf.with("XDG_RUNTIME_DIR", runtime.toString());
    Files.writeString(folder.resolve("s.yaml"), PLAIN);
    Result result = sealconf.run(Peers.SOPS_3_13.path(), "encrypt", "-i", "s.yaml");
    assertThat(result.exit()).as(result.err()).isZero();
  }

  static Stream<Path> javas() {
    return Javas.all();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void runsCommandsAsSopsDoes(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    String state = "stat -c '%F %a' {} $(dirname {}); cat {}; basename {}";
    for (List<String> words :
        List.of(
            List.of("s.yaml", state),
            List.of("--filename", "app.yaml", "s.yaml", state),
            List.of("--no-fifo", "--filename", "app.yaml", "s.yaml", state),
            List.of("--no-fifo", "s.yaml", "cat {}; basename {} | tr -d 0-9"),
            List.of("--no-fifo", "s.yaml", "echo {} {} | tr ' ' '\\n' | uniq | wc -l"),
            List.of("--output-type", "dotenv", "s.yaml", "cat {}"),
            List.of("--input-type", "yaml", "s.yaml", "cat {}"),
            List.of("s.yaml", "echo no placeholder"),
            List.of("s.yaml", "exit 7"),
            List.of("s.yaml", "no-such-command {}"),
            List.of("--filename", "../x", "s.yaml", "echo started"),
            List.of("--filename", "/x", "s.yaml", "echo started"),
            List.of("missing.yaml", "echo started"),
            List.of("s.yaml"))) {
      String[] arguments =
          Stream.concat(Stream.of("exec-file"), words.stream()).toArray(String[]::new);
      Result ours = sealconf.run(arguments);
      Result theirs = sealconf.run(Peers.SOPS_3_13.path(), arguments);
      assertThat(ours.out()).as(words + ours.err()).isEqualTo(theirs.out());
      assertThat(ours.exit()).as(words + ours.err()).isEqualTo(theirs.exit());
    }
    assertThat(left()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void signalsReachTheCommandAndNothingIsLeft(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    String command =
        "for s in HUP INT TERM USR1; do trap \"echo got $s; exit 7\" $s; done;"
            + " cat {} >/dev/null; echo ready >ready; while :; do sleep 0.1; done";
    for (String kind : List.of("--no-fifo", "--no-fifo=false")) {
      for (String signal : List.of("TERM", "HUP", "INT", "USR1")) {
        Process process = start(kind, command);
        kill("QUIT", process);
        kill(signal, process);
        assertThat(process.waitFor()).as(signal).isEqualTo(7);
        assertThat(Files.readString(root.resolve("out"))).isEqualTo("got " + signal + "\n");
        assertThat(left()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("javas")
  void aKilledRunLeavesNothingOnDiskAndTheNextOneSweepsMemory(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    Process process = start("--no-fifo", "echo >ready; exec sleep 60");
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly().waitFor();
    assertThat(PlaintextSearch.holding(SECRET, onDisk())).isEmpty();
    assertThat(left()).isNotEmpty();
    assertThat(sealconf.run("exec-file", "s.yaml", "cat {}").out()).isEqualTo(PLAIN);
    assertThat(left()).isEmpty();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void anotherUserGetsTheFile() throws Exception {
    Peers.SETPRIV.path();
    for (Path java : javas().filter(java -> Javas.version(java) >= 22).toList()) {
      sealconf.with("JAVA_HOME", java.toString());
      for (String kind : List.of("--no-fifo", "--no-fifo=false")) {
        Result result =
            sealconf.run("exec-file", kind, "--user", "nobody", "s.yaml", "id -u; cat {}");
        assertThat(result.out()).as(result.err()).isEqualTo("65534\n" + PLAIN);
        assertThat(left()).isEmpty();
      }
    }
  }

  private List<Path> onDisk() {
    return List.of(folder, temporary, runtime);
  }

  private List<Path> left() throws IOException {
    Files.deleteIfExists(folder.resolve("ready"));
    return PlaintextSearch.holding(
        SECRET, Stream.concat(onDisk().stream(), PlaintextSearch.MEMORY.stream()).toList());
  }

  /** Starts a command and waits until it says that it is ready. */
  private Process start(String kind, String command) throws IOException {
    Path program = Packaged.DISTRIBUTION.resolve("bin/sealconf");
    Process process =
        sealconf.start(
            program,
            root.resolve("out"),
            root.resolve("err"),
            "exec-file",
            kind,
            "s.yaml",
            command);
    while (!Files.exists(folder.resolve("ready"))) {
      Thread.onSpinWait();
    }
    return process;
  }

  private static void kill(String signal, Process process) throws Exception {
    String[] command = {"kill", "-" + signal, Long.toString(process.pid())};
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }
}
