package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs under {@code run}: their signals, what is left of them, and their output. */
@Timeout(600)
class RunIT {
  private static final String SECRET = "hunter2-of-run";
  private static final String LOOP =
      "for s in HUP INT TERM USR1 USR2; do trap \"echo got $s; exit 7\" $s; done;"
          + " echo ready >ready; while :; do sleep 0.1; done";

  @TempDir Path root;
  private Packaged sealconf;
  private Path folder;
  private Path temporary;
  private Path runtime;
  private final List<ProcessHandle> started = new ArrayList<>();

  @BeforeEach
  void encrypt() throws Exception {
    Path real = root.toRealPath();
    folder = Files.createDirectory(real.resolve("work"));
    temporary = Files.createDirectory(real.resolve("tmp"));
    runtime = Files.createDirectory(real.resolve("runtime"));
    sealconf =
        new Packaged(folder)
            .withKey()
            .with("TMPDIR", temporary.toString())
            .with("XDG_RUNTIME_DIR", runtime.toString());
    Files.writeString(folder.resolve("s.yaml"), "password: " + SECRET + "\nport: 1\n");
    assertThat(sealconf.run("encrypt", "-i", "s.yaml").exit()).isZero();
  }

  @AfterEach
  void end() {
    started.forEach(ProcessHandle::destroyForcibly);
  }

  static Stream<Path> javas() {
    return Javas.all();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void theProgramReplacesTheJvmWhereJavaCanDoThat(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    Process process = start("s.yaml", "--", "sh", "-c", "echo $$ $password >ready");
    assertThat(process.waitFor()).isZero();
    String shown = Files.readString(folder.resolve("ready"));
    assertThat(shown).endsWith(" " + SECRET + "\n");
    assertThat(shown.startsWith(process.pid() + " ")).isEqualTo(Javas.version(java) >= 22);
    assertThat(sealconf.run("run", "s.yaml", "--", "no-such-program").exit()).isEqualTo(127);
    assertThat(sealconf.run("run", "s.yaml", "--", "./s.yaml").exit()).isEqualTo(126);
    Files.writeString(folder.resolve("script"), "echo $password $1\n");
    assertThat(folder.resolve("script").toFile().setExecutable(true)).isTrue();
    assertThat(sealconf.run("run", "s.yaml", "--", "./script", "word").out())
        .isEqualTo(SECRET + " word\n");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void signalsReachTheProgramAndNothingIsLeft(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    for (String signal : List.of("TERM", "HUP", "INT", "USR1", "USR2")) {
      for (List<String> kind : List.of(List.<String>of(), List.of("--file", "F=password"))) {
        List<String> words = new ArrayList<>(kind);
        words.addAll(List.of("s.yaml", "--", "sh", "-c", LOOP));
        Process process = started(words.toArray(String[]::new));
        kill(signal, process);
        assertThat(process.waitFor()).as(signal + kind).isEqualTo(7);
        assertThat(Files.readString(root.resolve("out"))).isEqualTo("got " + signal + "\n");
        assertThat(left()).isEmpty();
      }
    }
  }

  /** Bash says so only of a process that a signal really ended. */
  @ParameterizedTest
  @MethodSource("javas")
  void sealconfEndsByTheSignalThatEndsTheProgram(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    for (String kind : List.of("", "--file F=password ", "--redact ")) {
      Result result =
          sealconf.bash("sealconf run " + kind + "s.yaml -- sh -c 'kill -TERM $$'; echo $?");
      assertThat(result.out()).isEqualTo("143\n");
      assertThat(result.err()).contains("Terminated");
      assertThat(left()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("javas")
  void aKilledOrCrashedRunLeavesNothingOnDisk(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    for (String signal : List.of("KILL", "SEGV")) {
      Process process =
          started("--file", "F=password", "s.yaml", "--", "sh", "-c", "echo >ready; sleep 60");
      assertThat(left()).hasSize(1);
      kill(signal, process);
      assertThat(process.waitFor()).isNotZero();
      assertThat(PlaintextSearch.holding(SECRET, List.of(folder, temporary, runtime))).isEmpty();
      assertThat(Files.readString(root.resolve("out"))).doesNotContain(SECRET);
      Result next = sealconf.run("--version");
      assertThat(next.exit()).as(next.err()).isZero();
      assertThat(left()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("javas")
  void redactedOutputComesAtOnce(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    String command =
        "printf 'Name: '; read n; echo $n; printf %s $password; printf %s $password |"
            + " base64; echo $password >&2";
    Process process = piped("run", "--redact", "s.yaml", "--", "sh", "-c", command);
    InputStream out = process.getInputStream();
    assertThat(new String(out.readNBytes(6), StandardCharsets.UTF_8)).isEqualTo("Name: ");
    process.getOutputStream().write("Ada\n".getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    assertThat(new String(out.readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("Ada\n[password][password]")
        .doesNotContain("aHVudGVy");
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("[password]\n");
    assertThat(process.waitFor()).isZero();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void aChangedFileStartsTheProgramAgain(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    Process process = started("--watch", "s.yaml", "--", "sh", "-c", LOOP);
    Files.delete(folder.resolve("ready"));
    Result set = sealconf.run("set", "s.yaml", "[\"password\"]", "\"another-secret\"");
    assertThat(set.exit()).as(set.err()).isZero();
    awaitReady();
    kill("USR1", process);
    assertThat(process.waitFor()).isEqualTo(7);
    assertThat(Files.readString(root.resolve("out"))).isEqualTo("got TERM\ngot USR1\n");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void aProgramThatCrashesEndsWithItsSignalAndNoWordOfJava(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    for (String kind : List.of("", "--file F=password ", "--redact ", "--watch ")) {
      Result result =
          sealconf.shell("sealconf run " + kind + "s.yaml -- sh -c 'kill -SEGV $$'; echo $?");
      assertThat(result.out()).isEqualTo("139\n");
      assertThat(result.err()).doesNotContain("#").doesNotContain("Java");
    }
  }

  @ParameterizedTest
  @MethodSource("javas")
  void redactedOutputThatIsLostIsNoSuccess(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    Result full =
        sealconf.shell("sealconf run --redact s.yaml -- echo text >/dev/full; echo $? >&2");
    assertThat(full.err()).isEqualTo("sealconf: error: standard output can't be written\n3\n");
    Result closed =
        sealconf.bash("sealconf run --redact s.yaml -- yes | head -1; echo ${PIPESTATUS[0]}");
    assertThat(closed.out()).isEqualTo("y\n141\n");
    assertThat(closed.err()).isEmpty();
  }

  /** As {@code docs/run.md} says: what is left behind can't write to the run's output any more. */
  @ParameterizedTest
  @MethodSource("javas")
  void redactionEndsWithTheProgram(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    String command =
        "(trap '' PIPE; while ! test -e ended; do sleep 0.1; done; echo late && echo printed >late;"
            + " echo done >ready) & echo in time";
    Result result = sealconf.run("run", "--redact", "s.yaml", "--", "sh", "-c", command);
    assertThat(result.exit()).isZero();
    Files.createFile(folder.resolve("ended"));
    awaitReady();
    assertThat(result.out()).isEqualTo("in time\n");
    assertThat(folder.resolve("late")).doesNotExist();
  }

  private List<Path> left() throws IOException {
    Files.deleteIfExists(folder.resolve("ready"));
    List<Path> places = new ArrayList<>(List.of(folder, temporary, runtime));
    places.addAll(PlaintextSearch.MEMORY);
    return PlaintextSearch.holding(SECRET, places);
  }

  private Process piped(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(DefaultSignals.command(command)).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(sealconf.environment());
    return builder.start();
  }

  private static Path program() {
    return Packaged.DISTRIBUTION.resolve("bin/sealconf");
  }

  private Process start(String... words) throws IOException {
    String[] arguments = Stream.concat(Stream.of("run"), Stream.of(words)).toArray(String[]::new);
    Process process =
        sealconf.start(program(), root.resolve("out"), root.resolve("err"), arguments);
    started.add(process.toHandle());
    return process;
  }

  /** Starts a program and waits until it says that it is ready. */
  private Process started(String... words) throws IOException {
    Process process = start(words);
    awaitReady(process);
    process.descendants().forEach(started::add);
    return process;
  }

  private void awaitReady() {
    while (!Files.exists(folder.resolve("ready"))) {
      Thread.onSpinWait();
    }
  }

  private void awaitReady(Process process) throws IOException {
    while (!Files.exists(folder.resolve("ready"))) {
      assertThat(process.isAlive()).as(Files.readString(root.resolve("err"))).isTrue();
      Thread.onSpinWait();
    }
  }

  private static void kill(String signal, Process process) throws Exception {
    String[] command = {"kill", "-" + signal, Long.toString(process.pid())};
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }
}
