package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills {@code edit} at every call that changes the disk, and makes every such call fail: what was
 * typed is in the file or in a saved draft, unless it was killed, and no plain text is on disk.
 */
class EditFaultsIT {
  private static final int KILLED = 137;
  private static final String OLD = "{\"password\": \"hunter2-first\"}\n";
  private static final String NEW = "hunter2-second";

  @TempDir Path scratch;
  private Path root;
  private Path file;
  private Path draft;
  private Faults faults;
  private byte[] sealed;

  @BeforeEach
  void encrypt() throws Exception {
    scratch = scratch.toRealPath();
    root = Files.createDirectory(scratch.resolve("root"));
    file = Files.createDirectory(root.resolve("work")).resolve("app.json");
    draft = file.resolveSibling(".app.json.draft.json");
    Files.writeString(file, OLD);
    assertThat(fresh().run("encrypt", "-i", file.toString()).exit()).isZero();
    sealed = Files.readAllBytes(file);
    faults = new Faults(Peers.CC.path(), root, scratch);
  }

  private Packaged fresh() throws IOException {
    Path runtime = Files.createDirectories(root.resolve("runtime"));
    return new Packaged(root.resolve("work"), Files.createDirectories(scratch.resolve("home")))
        .with("XDG_RUNTIME_DIR", runtime.toString())
        .with("TMPDIR", runtime.toString())
        .with("EDITOR", "env -u LD_PRELOAD sed -i s/first/second/")
        .withKey();
  }

  @TestFactory
  Stream<DynamicTest> nothingIsLostAndNothingIsLeft() throws Exception {
    Result undisturbed = faults.watch(fresh()).run("edit", file.toString());
    assertThat(undisturbed.exit()).as(undisturbed.err()).isZero();
    List<String> calls = faults.calls();
    assertThat(calls).as("calls that change the disk").hasSizeGreaterThanOrEqualTo(5);
    return Stream.iterate(1, at -> at <= calls.size(), at -> at + 1)
        .flatMap(
            at ->
                Faults.KINDS.stream()
                    .map(
                        kind ->
                            DynamicTest.dynamicTest(
                                kind + " at call " + at + ", " + calls.get(at - 1).split(" ", 2)[0],
                                () -> meddle(at, kind))));
  }

  private void meddle(int at, String kind) throws Exception {
    clear();
    Files.write(file, sealed);
    Result result = faults.meddle(fresh(), at, kind).run("edit", file.toString());
    assertThat(result.exit()).as(result.err()).isIn(0, 3, KILLED);
    assertThat(SecretSearch.in("hunter2", root)).isEmpty();
    if (result.exit() == 0) {
      assertThat(decrypted(file)).contains(NEW);
    } else if (result.exit() == 3 && Arrays.equals(Files.readAllBytes(file), sealed)) {
      assertThat(decrypted(draft)).contains(NEW);
    } else {
      assertThat(decrypted(file)).contains("hunter2-");
    }
  }

  private void clear() throws IOException {
    try (Stream<Path> left = Files.list(file.getParent())) {
      for (Path each : left.toList()) {
        Copies.delete(each);
      }
    }
  }

  private String decrypted(Path sealedFile) throws Exception {
    Result result = fresh().run("decrypt", sealedFile.toString());
    assertThat(result.exit()).as(result.err()).isZero();
    return result.out();
  }
}
