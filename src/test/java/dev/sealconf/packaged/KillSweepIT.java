package dev.sealconf.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a run at every call that changes the disk, before it and after it, and makes every such
 * call fail: the file is the old one or the new one, whole, and no plain text is left anywhere.
 */
class KillSweepIT {
  private static final String PLAIN = "{\"password\": \"hunter2-first\",\n \"user\": \"admin\"}\n";
  private static final String SET = PLAIN.replace("first", "second");
  private static final int KILLED = 137;

  /** Removes the empty folder that the new content came from: not worth a failure. */
  private static final String CLEARING = "unlink";

  @TempDir Path scratch;
  private Path root;
  private Path file;
  private Packaged sealconf;
  private Faults faults;
  private byte[] sealed;

  @BeforeEach
  void open() throws Exception {
    Path compiler = Peers.CC.path();
    scratch = scratch.toRealPath();
    root = Files.createDirectory(scratch.resolve("root"));
    Path work = Files.createDirectory(root.resolve("work"));
    file = work.resolve("app.json");
    sealconf = fresh();
    Files.writeString(file, PLAIN);
    assertThat(sealconf.run("encrypt", "-i", file.toString()).err()).isEmpty();
    sealed = Files.readAllBytes(file);
    faults = new Faults(compiler, root, scratch);
  }

  /** The program with all that it may write to, but for its home, below the watched folder. */
  private Packaged fresh() throws IOException {
    Path runtime = Files.createDirectories(root.resolve("runtime"));
    Path home = Files.createDirectories(scratch.resolve("home"));
    return new Packaged(root.resolve("work"), home)
        .with("XDG_RUNTIME_DIR", runtime.toString())
        .withKey()
        .with("TMPDIR", runtime.toString())
        .with("SEALCONF_JAVA_OPTIONS", "-Djava.io.tmpdir=" + runtime);
  }

  @TestFactory
  Stream<DynamicTest> encryptInPlace() throws Exception {
    return sweep(PLAIN.getBytes(UTF_8), PLAIN, "encrypt", "-i", file.toString());
  }

  @TestFactory
  Stream<DynamicTest> set() throws Exception {
    return sweep(sealed, SET, "set", file.toString(), "[\"password\"]", "\"hunter2-second\"");
  }

  @TestFactory
  Stream<DynamicTest> rotateInPlace() throws Exception {
    return sweep(sealed, PLAIN, "rotate", "-i", file.toString());
  }

  private Stream<DynamicTest> sweep(byte[] old, String opened, String... command) throws Exception {
    Files.write(file, old);
    Result undisturbed = faults.watch(fresh()).run(command);
    assertThat(undisturbed.exit()).as(undisturbed.err()).isZero();
    List<String> calls = faults.calls();
    assertThat(calls).as("calls that change the disk").hasSizeGreaterThanOrEqualTo(5);
    return Stream.iterate(1, at -> at <= calls.size(), at -> at + 1)
        .flatMap(
            at -> Faults.KINDS.stream().map(kind -> test(calls, at, kind, old, opened, command)));
  }

  private DynamicTest test(
      List<String> calls, int at, String kind, byte[] old, String opened, String... command) {
    String call = calls.get(at - 1).split(" ", 2)[0];
    return DynamicTest.dynamicTest(
        kind + " at call " + at + ", " + call,
        () -> {
          Files.write(file, old);
          Result result = faults.meddle(fresh(), at, kind).run(command);
          assertThat(result.exit()).as(result.err()).isEqualTo(expectedExit(kind, call));
          byte[] now = Files.readAllBytes(file);
          if (!Arrays.equals(now, old)) {
            assertThat(opened(now)).isEqualTo(opened);
          }
          boolean stillPlain = Arrays.equals(now, PLAIN.getBytes(UTF_8));
          assertThat(filesWithPlainText()).isEqualTo(stillPlain ? Set.of(file) : Set.of());
          removeWhatKillingLeaves(result.exit() == KILLED || call.equals(CLEARING));
        });
  }

  private static int expectedExit(String kind, String call) {
    return switch (kind) {
      case "before", "after" -> KILLED;
      case "short" -> 0;
      default -> call.equals(CLEARING) ? 0 : 3;
    };
  }

  /** What a sealed file holds; it is read in this process, which saves time. */
  private String opened(byte[] content) throws IOException {
    Path copy = Files.write(scratch.resolve("opened.json"), content);
    TestWorld world =
        TestWorld.in(scratch)
            .with("SOPS_AGE_KEY", Packaged.IDENTITY)
            .with("HOME", sealconf.home().toString())
            .with("XDG_RUNTIME_DIR", sealconf.home().toString());
    int exit = CommandLines.run(world.world(), "sealconf", List.of("decrypt", copy.toString()));
    assertThat(exit).as(world.err()).isZero();
    return world.out();
  }

  private Set<Path> filesWithPlainText() throws IOException {
    Set<Path> found = new HashSet<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(each), UTF_8).contains("hunter2")) {
          found.add(each);
        }
      }
    }
    return found;
  }

  private void removeWhatKillingLeaves(boolean killed) throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      List<Path> left = files.filter(f -> f.toString().endsWith(".tmp")).toList();
      assertThat(left).hasSizeLessThanOrEqualTo(killed ? 1 : 0);
      for (Path each : left) {
        Copies.delete(each);
      }
    }
  }
}
