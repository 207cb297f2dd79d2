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

/** What programs get from {@code exec-env}, beside real SOPS, on every Java there is. */
@Timeout(600)
class ExecEnvIT {
  private static final String PLAIN =
      "text: one two\nempty: ''\nnumber: 12\nhex: 0x1F\nreal: 1.5\nlarge: 1e30\nyes: true\n"
          + "time: 2024-01-02T03:04:05.5+02:00\nlines: |\n  first\n  second\nquote: a'b\"c$d\n";
  private static final String VARIABLES = "tr '\\0' '\\n' </proc/self/environ | sort";
  private static final int REPLACES = 22;

  @TempDir Path root;
  private Packaged sealconf;
  private Path folder;

  @BeforeEach
  void encrypt() throws Exception {
    folder = Files.createDirectory(root.toRealPath().resolve("work"));
    sealconf = new Packaged(folder).withKey().with("OWN", "of the user").with("text", "hidden");
    seal("s.yaml", PLAIN);
  }

  static Stream<Path> javas() {
    return Javas.all();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void runsCommandsAsSopsDoes(Path java) throws Exception {
    seal("map.json", "{\"a\": {\"b\": 1}}");
    seal("equals.json", "{\"a=b\": 1}");
    seal("zero.json", "{\"a\": \"x\\u0000y\"}");
    seal("twice.yaml", "a: one\n---\na: two\nb: three\n");
    seal("lines.env", "A=\"q\"\n# note\nexport B=3\nC=a\\nb\n");
    seal("section.ini", "[section]\na = 1\n");
    seal("whole.bin", "all of it");
    sealconf.with("JAVA_HOME", java.toString());
    for (List<String> words :
        List.of(
            List.of("s.yaml", VARIABLES),
            List.of("--pristine", "s.yaml", VARIABLES),
            List.of("--same-process", "s.yaml", VARIABLES),
            List.of("twice.yaml", VARIABLES),
            List.of("--pristine", "lines.env", VARIABLES),
            List.of("whole.bin", VARIABLES),
            List.of("s.yaml", "exit 3"),
            List.of("s.yaml", "no-such-command"),
            List.of("s.yaml", "cat; echo $text", "--pristine"),
            List.of("--", "s.yaml", "echo $text"),
            List.of("map.json", "echo started"),
            List.of("equals.json", "echo started"),
            List.of("zero.json", "echo started"),
            List.of("section.ini", "echo started"),
            List.of("missing.yaml", "echo started"),
            List.of("s.yaml"),
            List.of("s.yaml", "echo", "started"),
            List.of("--background", "s.yaml", "echo lost"),
            List.of("--background", "--same-process", "s.yaml", "echo lost"))) {
      Result ours = sealconf.run(arguments("exec-env", words));
      Result theirs = sealconf.run(Peers.SOPS_3_13.path(), arguments("exec-env", words));
      assertThat(ours.out()).as(words + ours.err()).isEqualTo(theirs.out());
      assertThat(ours.exit()).as(words + ours.err()).isEqualTo(theirs.exit());
    }
  }

  @ParameterizedTest
  @MethodSource("javas")
  void theCommandGetsTheSignalsAndItsEndIsOurs(Path java) throws Exception {
    List<String> signals =
        replaces(java)
            ? List.of("TERM", "HUP", "INT", "USR1", "USR2", "QUIT")
            : List.of("TERM", "HUP", "INT", "USR1", "USR2");
    String command =
        "for s in HUP INT QUIT TERM USR1 USR2; do trap \"echo got $s; exit 7\" $s; done;"
            + " echo ready >ready; while :; do sleep 0.1; done";
    sealconf.with("JAVA_HOME", java.toString());
    for (String signal : signals) {
      Path out = root.resolve("out");
      Process process = start(out, "exec-env", "s.yaml", command);
      await(folder.resolve("ready"));
      kill(signal, process);
      assertThat(process.waitFor()).as(signal).isEqualTo(7);
      assertThat(Files.readString(out)).isEqualTo("got " + signal + "\n");
      Files.delete(folder.resolve("ready"));
    }
    assertThat(sealconf.run("exec-env", "s.yaml", "kill -KILL $$").exit()).isEqualTo(137);
  }

  @ParameterizedTest
  @MethodSource("javas")
  void ignoredSignalsStayIgnored(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    Result result =
        sealconf.shell(
            "trap '' HUP INT PIPE QUIT; sealconf exec-env s.yaml 'grep SigIgn /proc/self/status;"
                + " grep SigBlk /proc/self/status'");
    assertThat(result.out()).contains("SigBlk:\t0000000000000000\n");
    long ignored = Long.parseLong(result.out().split("\\s+")[1], 16);
    assertThat(ignored & 0x7fffffff).isEqualTo(replaces(java) ? 0x1007 : 0x3);
  }

  @ParameterizedTest
  @MethodSource("javas")
  void limitsAndLocaleAreThoseOfTheUser(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    Result result =
        sealconf.shell(
            "umask 027; ulimit -S -n 123; sealconf exec-env s.yaml"
                + " 'ulimit -n; umask; echo ${LC_ALL-unset}; pwd; cat /proc/self/coredump_filter'");
    assertThat(result.err()).isEmpty();
    String filter = sealconf.shell("cat /proc/self/coredump_filter").out();
    assertThat(result.out()).isEqualTo("123\n0027\nunset\n" + folder + "\n" + filter);
  }

  @ParameterizedTest
  @MethodSource("javas")
  void noSecretIsInOurOwnCommandLineOrEnvironment(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    Process process =
        start(root.resolve("out"), "exec-env", "s.yaml", "echo >ready; sleep 60; true");
    await(folder.resolve("ready"));
    Path proc = Path.of("/proc/" + process.pid());
    assertThat(Files.readString(proc.resolve("cmdline"))).doesNotContain("one two");
    if (!replaces(java)) {
      assertThat(Files.readString(proc.resolve("environ"))).doesNotContain("one two");
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  @Test
  void onlyTheDescriptorsOfTheUserStayOpen() throws Exception {
    for (Path java : javas().filter(ExecEnvIT::replaces).toList()) {
      sealconf.with("JAVA_HOME", java.toString());
      String script = "%s 'echo /proc/$$/fd/*; cat <&5' 5<f 7<f";
      Files.writeString(folder.resolve("f"), "in five\n");
      Result ours = sealconf.shell(script.formatted("sealconf exec-env s.yaml"));
      Result direct = sealconf.shell(script.formatted("/bin/sh -c"));
      assertThat(ours.out().replaceAll("/proc/\\d+/", ""))
          .isEqualTo(direct.out().replaceAll("/proc/\\d+/", ""))
          .contains("fd/7", "in five");
    }
  }

  @Test
  void theCommandReplacesTheJvm() throws Exception {
    for (Path java : javas().filter(ExecEnvIT::replaces).toList()) {
      sealconf.with("JAVA_HOME", java.toString());
      Path out = root.resolve("out");
      Process process = start(out, "exec-env", "s.yaml", "echo $$");
      assertThat(process.waitFor()).isZero();
      assertThat(Files.readString(out)).isEqualTo(process.pid() + "\n");
      seal("bytes.yaml", "a: !!binary /+AB\n");
      assertThat(sealconf.run("exec-env", "bytes.yaml", "printf %s \"$a\" | od -An -tx1").out())
          .isEqualTo(" ff e0 01\n");
    }
  }

  @Test
  void theCommandRunsAsAnotherUser() throws Exception {
    Peers.SETPRIV.path();
    String command = "id -u; id -g; echo $USER $LOGNAME $HOME";
    for (Path java : javas().toList()) {
      sealconf.with("JAVA_HOME", java.toString());
      Result ours = sealconf.run("exec-env", "--user", "nobody", "s.yaml", command);
      if (replaces(java)) {
        Result theirs =
            sealconf.run(Peers.SOPS_3_13.path(), "exec-env", "--user", "nobody", "s.yaml", command);
        assertThat(ours.out()).as(ours.err()).isEqualTo(theirs.out()).startsWith("65534\n");
        assertThat(sealconf.run("exec-env", "--user", "no-one", "s.yaml", command).err())
            .isEqualTo("sealconf: error: unknown user 'no-one'\n");
      } else {
        assertThat(ours.err()).startsWith("sealconf: error: --user needs Java 22 or newer\n");
        assertThat(ours.exit()).isEqualTo(1);
      }
    }
  }

  private static boolean replaces(Path java) {
    return Javas.version(java) >= REPLACES;
  }

  private static String[] arguments(String verb, List<String> words) {
    return Stream.concat(Stream.of(verb), words.stream()).toArray(String[]::new);
  }

  private Process start(Path out, String... arguments) throws IOException {
    Path program = Packaged.DISTRIBUTION.resolve("bin/sealconf");
    return sealconf.start(program, out, root.resolve("err"), arguments);
  }

  /** Waits for a file; the timeout of the class ends it. */
  private static void await(Path file) {
    while (!Files.exists(file)) {
      Thread.onSpinWait();
    }
  }

  private static void kill(String signal, Process process) throws Exception {
    String[] command = {"kill", "-" + signal, Long.toString(process.pid())};
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  private void seal(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
    Result result = sealconf.run(Peers.SOPS_3_13.path(), "encrypt", "-i", name);
    assertThat(result.exit()).as(result.err()).isZero();
  }
}
