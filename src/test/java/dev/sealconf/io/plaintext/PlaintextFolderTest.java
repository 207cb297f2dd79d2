package dev.sealconf.io.plaintext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaintextFolderTest {
  private static final byte[] SECRET = "hunter2".getBytes(StandardCharsets.UTF_8);
  private static final String ABANDONED = "sealconf-plain-" + "0123456789abcdef".repeat(2);

  @TempDir private Path folder;

  @Test
  void aFileInItIsItsOwnersAloneAndInMemory() throws IOException {
    World world = TestWorld.in(folder).seeded(System.nanoTime()).world();
    try (PlaintextFolder plaintext = PlaintextFolder.open(world)) {
      Path file = plaintext.write("app.yaml", SECRET);
      assertThat(Files.getFileStore(file).type()).isEqualTo("tmpfs");
      assertThat(mode(plaintext.path())).isEqualTo("rwx------");
      assertThat(mode(file)).isEqualTo("rw-------");
      assertThat(plaintext.read("app.yaml")).isEqualTo(SECRET);
    }
  }

  @Test
  void itGoesToTheDiskOnlyAfterAWarning() {
    TestWorld world = inTemporaryFolder();
    Path disk = PlaintextPlaces.onDisk(world.world());
    OwnedFolder owned = OwnedFolder.make(world.world(), disk);
    owned.remove(world.world());
    assertThat(owned.path().getParent()).isEqualTo(folder);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderWhereOthersMayRenameFilesIsRefused() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    World world = inTemporaryFolder().world();
    assertThatThrownBy(() -> OwnedFolder.make(world, folder))
        .isInstanceOf(OutputFailure.NotWritten.class);
  }

  @Test
  void closingRemovesAllThatIsInIt() throws IOException {
    World world = TestWorld.in(folder).seeded(System.nanoTime()).world();
    Path outside = Files.write(folder.resolve("outside"), SECRET);
    Path path;
    try (PlaintextFolder plaintext = PlaintextFolder.open(world)) {
      path = plaintext.path();
      plaintext.write("app.yaml", SECRET);
      Path readOnly = Files.write(path.resolve(".app.yaml.swp"), SECRET);
      Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r--------"));
      Files.createDirectories(path.resolve("undo/deep"));
      Files.write(path.resolve("undo/deep/app.yaml~"), SECRET);
      Files.createSymbolicLink(path.resolve("link"), outside);
      Files.createSymbolicLink(path.resolve("folder"), folder);
    }
    assertThat(path).doesNotExist();
    assertThat(outside).hasBinaryContent(SECRET);
  }

  @Test
  void aProgramThatStillHoldsAFileFindsItEmpty() throws IOException {
    try (RandomAccessFile held = heldAfterClosing()) {
      assertThat(held.length()).isZero();
    }
  }

  private RandomAccessFile heldAfterClosing() throws IOException {
    World world = TestWorld.in(folder).seeded(System.nanoTime()).world();
    try (PlaintextFolder plaintext = PlaintextFolder.open(world)) {
      return new RandomAccessFile(plaintext.write("app.yaml", SECRET).toFile(), "r");
    }
  }

  @Test
  void aNameLeadsNowhereElse() {
    World world = TestWorld.in(folder).seeded(System.nanoTime()).world();
    try (PlaintextFolder plaintext = PlaintextFolder.open(world)) {
      for (String name : List.of("", ".", "..", "a/..", "./a", "../a", "a/../../b", "/a")) {
        assertThatThrownBy(() -> plaintext.path(name)).isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void aSweepRemovesWhatADeadOwnerLeft() throws IOException {
    Path left = privateFolder(ABANDONED);
    Files.createFile(left.resolve(".sealconf-lock"));
    Files.write(left.resolve("app.yaml"), SECRET);
    sweep();
    assertThat(left).doesNotExist();
  }

  @Test
  void aSweepLeavesTheFolderOfARunThatLives() {
    TestWorld world = inTemporaryFolder();
    OwnedFolder owned = OwnedFolder.make(world.world(), folder);
    sweep();
    assertThat(owned.path()).isDirectory();
    sweep();
    assertThat(owned.path()).as("after a second sweep").isDirectory();
    owned.remove(world.world());
    assertThat(owned.path()).doesNotExist();
  }

  @Test
  void aSweepRemovesAnUnfinishedFolderOnlyWhenItIsOld() throws IOException {
    Path young = privateFolder(ABANDONED + ".new");
    sweep();
    assertThat(young).isDirectory();
    Files.setLastModifiedTime(young, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    sweep();
    assertThat(young).doesNotExist();
  }

  @Test
  void aSweepTouchesNothingThatIsNotAFolderOfThisProgram() throws IOException {
    Path target = Files.createDirectory(folder.resolve("target"));
    Files.write(target.resolve("app.yaml"), SECRET);
    Files.createSymbolicLink(folder.resolve(ABANDONED), target);
    Path open = privateFolder(ABANDONED.replace('0', '9'));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    privateFolder("sealconf-plain-notes");
    Files.write(folder.resolve(ABANDONED.replace('0', '8')), SECRET);
    sweep();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(5);
    }
    assertThat(target.resolve("app.yaml")).exists();
  }

  private TestWorld inTemporaryFolder() {
    return TestWorld.in(folder).with("TMPDIR", folder.toString());
  }

  private void sweep() {
    OwnedFolder.removeAbandoned(inTemporaryFolder().world(), folder);
  }

  private Path privateFolder(String name) throws IOException {
    return Files.createDirectory(
        folder.resolve(name),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
