package dev.sealconf.io.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.file.SafeFile.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
  @TempDir Path folder;

  private TestWorld world;
  private SafeFile files;
  private Path file;

  @BeforeEach
  void open() throws IOException {
    folder = folder.toRealPath();
    world = TestWorld.in(folder).with("XDG_RUNTIME_DIR", folder.toString());
    files = new SafeFile(world.world());
    file = folder.resolve("app.yaml");
  }

  @Test
  void replacesContentAndKeepsMode() throws IOException {
    given(file, "old", "rw-r-----");
    assertThat(files.update(file, Content.SEALED, b -> "new".getBytes(UTF_8))).isTrue();
    assertThat(file).hasContent("new");
    assertThat(mode(file)).isEqualTo("rw-r-----");
    assertThat(visible()).containsExactly("app.yaml");
  }

  @Test
  void doesNotWriteIfBytesAreEqual() throws IOException {
    given(file, "same", "rw-r--r--");
    FileState before = FileState.of(file);
    assertThat(files.update(file, Content.SEALED, byte[]::clone)).isFalse();
    assertThat(FileState.of(file)).isEqualTo(before);
  }

  @Test
  void doesNotWriteIfTheChangeFails() throws IOException {
    given(file, "old", "rw-r--r--");
    assertThatThrownBy(
            () ->
                files.update(
                    file,
                    Content.SEALED,
                    b -> {
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(file).hasContent("old");
    assertThat(visible()).containsExactly("app.yaml");
  }

  @Test
  void onlyTheOwnerCanReadPlainContent() throws IOException {
    given(file, "sealed", "rw-rw-rw-");
    files.update(file, Content.PLAIN, b -> "plain".getBytes(UTF_8));
    assertThat(mode(file)).isEqualTo("rw-------");
    Path fresh = folder.resolve("fresh");
    files.write(fresh, Content.PLAIN, "plain".getBytes(UTF_8));
    assertThat(mode(fresh)).isEqualTo("rw-------");
  }

  @Test
  void plainContentTightensTheModeEvenIfTheBytesAreEqual() throws IOException {
    given(file, "plain", "rw-r--r--");
    files.write(file, Content.PLAIN, "plain".getBytes(UTF_8));
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  @Test
  void aNewSealedFileHasTheDefaultMode() throws IOException {
    Path usual = Files.createFile(folder.resolve("usual"));
    files.write(file, Content.SEALED, "sealed".getBytes(UTF_8));
    assertThat(mode(file)).isEqualTo(mode(usual));
  }

  @Test
  void aSymbolicLinkStaysAndItsTargetIsReplaced() throws IOException {
    Path real = folder.resolve("deep/real.yaml");
    Files.createDirectory(real.getParent());
    given(real, "old", "rw-r--r--");
    Files.createSymbolicLink(file, Path.of("deep/real.yaml"));
    files.update(file, Content.SEALED, b -> "new".getBytes(UTF_8));
    assertThat(file).isSymbolicLink();
    assertThat(real).hasContent("new");
  }

  @Test
  void writesThroughADanglingLink() throws IOException {
    Files.createSymbolicLink(file, Path.of("later.yaml"));
    files.write(file, Content.SEALED, "new".getBytes(UTF_8));
    assertThat(file).isSymbolicLink();
    assertThat(folder.resolve("later.yaml")).hasContent("new");
  }

  @Test
  void warnsThatHardLinksKeepTheOldContent() throws IOException {
    given(file, "old", "rw-r--r--");
    Path other = Files.createLink(folder.resolve("other"), file);
    files.update(file, Content.SEALED, b -> "new".getBytes(UTF_8));
    assertThat(world.err()).contains("'app.yaml' has hard links");
    assertThat(other).hasContent("old");
  }

  @Test
  void noticesThatTheFileChangedInTheMeantime() throws IOException {
    given(file, "old", "rw-r--r--");
    SealconfException e =
        fails(() -> files.update(file, Content.SEALED, b -> overwrite("theirs", "ours")));
    assertThat(ExitCode.of(e)).isEqualTo(ExitCode.COULD_NOT_WRITE_OUTPUT);
    assertThat(e).hasMessageContaining("'app.yaml' was not written: another program");
    assertThat(file).hasContent("theirs");
    assertThat(visible()).containsExactly("app.yaml");
  }

  @Test
  void noticesAChangeThatKeepsSizeAndTime() throws IOException {
    given(file, "old", "rw-r--r--");
    FileTime time = Files.getLastModifiedTime(file);
    fails(
        () ->
            files.update(
                file,
                Content.SEALED,
                b -> {
                  byte[] mine = overwrite("odd", "ours");
                  keepTime(time);
                  return mine;
                }));
    assertThat(file).hasContent("odd");
  }

  @Test
  void refusesToReadAnythingButAFile() throws IOException {
    assertThat(ExitCode.of(fails(() -> files.read(file)))).isEqualTo(ExitCode.NO_FILE);
    assertThat(ExitCode.of(fails(() -> files.read(folder))))
        .isEqualTo(ExitCode.COULD_NOT_READ_INPUT);
    Files.createSymbolicLink(file, Path.of("nothing"));
    assertThat(fails(() -> files.read(file)))
        .hasMessage("'app.yaml' is a symbolic link to a file that does not exist");
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    assertThat(ExitCode.of(fails(() -> files.read(loop)))).isEqualTo(ExitCode.COULD_NOT_READ_INPUT);
    assertThat(ExitCode.of(fails(() -> files.update(folder, Content.SEALED, b -> b))))
        .isEqualTo(ExitCode.COULD_NOT_READ_INPUT);
    assertThat(ExitCode.of(fails(() -> files.write(folder, Content.SEALED, new byte[0]))))
        .isEqualTo(ExitCode.COULD_NOT_WRITE_OUTPUT);
  }

  @Test
  void namesTheFolderThatIsMissing() {
    SealconfException e =
        fails(() -> files.write(folder.resolve("no/such"), Content.SEALED, new byte[0]));
    assertThat(ExitCode.of(e)).isEqualTo(ExitCode.COULD_NOT_WRITE_OUTPUT);
    assertThat(e.hints()).containsExactly("create 'no' first");
  }

  @Test
  void quotesTheNameOfAFileInMessages() {
    SealconfException e = fails(() -> files.read(folder.resolve("a\u001b[31m\nb")));
    assertThat(e).hasMessage("'a\\u{1b}[31m\\u{a}b' does not exist");
  }

  @Test
  void writesToStandardOutputThroughItsName() {
    files.write(Path.of("/dev/stdout"), Content.PLAIN, "hello".getBytes(UTF_8));
    assertThat(world.out()).isEqualTo("hello");
    files.write(Path.of("/dev/null"), Content.PLAIN, "hello".getBytes(UTF_8));
    assertThat(Path.of("/dev/null")).exists();
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @Test
  void removesOldLeftoversOfKilledRunsAndNothingElse() throws IOException {
    given(file, "old", "rw-r--r--");
    Path leftover = Files.createDirectory(folder.resolve(".app.yaml." + "0a".repeat(12) + ".tmp"));
    Files.createFile(leftover.resolve("content"));
    Path foreign = Files.createFile(folder.resolve(".app.yaml.swp.tmp"));
    files.update(file, Content.SEALED, b -> "1".getBytes(UTF_8));
    assertThat(leftover).as("may belong to a run that is under way").exists();
    world.at(Instant.now().plusSeconds(3700));
    new SafeFile(world.world()).update(file, Content.SEALED, b -> "2".getBytes(UTF_8));
    assertThat(leftover).doesNotExist();
    assertThat(foreign).exists();
  }

  @Test
  void replacesFilesWithTheLongestPossibleNames() throws IOException {
    Path longest = folder.resolve("ü".repeat(127));
    given(longest, "old", "rw-r--r--");
    assertThat(files.update(longest, Content.SEALED, b -> "new".getBytes(UTF_8))).isTrue();
  }

  @Test
  void updatesOfManyThreadsAllArrive() throws Exception {
    given(file, "", "rw-r--r--");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> work =
          IntStream.range(0, 40)
              .<Callable<Boolean>>mapToObj(i -> () -> appendLine(Integer.toString(i)))
              .toList();
      for (Future<Boolean> done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(Files.readAllLines(file))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 40).mapToObj(Integer::toString).toList());
  }

  @Test
  void refusesALockFolderThatOthersCanOpen() throws IOException {
    given(file, "old", "rw-r--r--");
    Path runtime = Files.createDirectory(folder.resolve("sealconf"));
    Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(files.update(file, Content.SEALED, b -> "new".getBytes(UTF_8)))
        .as("another folder takes its place")
        .isTrue();
    assertThat(runtime).isEmptyDirectory();
  }

  private boolean appendLine(String line) {
    return files.update(
        file, Content.SEALED, b -> (new String(b, UTF_8) + line + "\n").getBytes(UTF_8));
  }

  private byte[] overwrite(String theirs, String ours) {
    try {
      Files.writeString(file, theirs);
      return ours.getBytes(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keepTime(FileTime time) {
    try {
      Files.setLastModifiedTime(file, time);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SealconfException fails(ThrowingCallable c) {
    return catchThrowableOfType(SealconfException.class, c);
  }

  private List<String> visible() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> p.getFileName().toString())
          .filter(n -> !n.equals("sealconf"))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static void given(Path file, String content, String permissions) throws IOException {
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
