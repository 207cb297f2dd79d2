package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other users of the machine do to locks and to the archives for fast starts. */
class OtherUsersIT {
  @TempDir Path root;
  private String asOther;
  private Packaged sealconf;
  private Path theirs;

  @BeforeEach
  void open() throws IOException {
    asOther = OtherUser.command();
    root = root.toRealPath();
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    theirs = Files.createDirectory(root.resolve("theirs"));
    OtherUser.owns(theirs);
    sealconf = new Packaged(Files.createDirectory(root.resolve("work"))).withKey();
  }

  @Test
  void noNameThatSomeoneTookKeepsAUserFromLocking() throws Exception {
    sealconf.copiedTo(root.resolve("program"));
    String name = "/tmp/sealconf-" + OtherUser.ID;
    Result result =
        shell(
            "unset XDG_RUNTIME_DIR; export HOME=/nonexistent",
            "mkdir -m 755 " + name + " 2>/dev/null || true",
            "mkdir -m 700 " + name + "-0 2>/dev/null || true",
            "cd '" + theirs + "'",
            asOther + "sh -c 'printf \"a: b\\n\" >x.yaml; sealconf encrypt -i x.yaml'",
            asOther + "sealconf decrypt x.yaml",
            "rmdir " + name + " " + name + "-0",
            asOther + "sh -c 'rm -r " + name + "-*'");
    assertThat(result.out()).isEqualTo("a: b\n");
    assertThat(result.exit()).isZero();
  }

  @Test
  void locksOfRootAreNotInAFolderOfAnotherUser() throws Exception {
    Result result =
        shell(
            "export HOME='" + theirs + "' XDG_RUNTIME_DIR='" + theirs + "'",
            "printf 'a: b\\n' >x.yaml; sealconf encrypt -i x.yaml");
    assertThat(result.err()).isEmpty();
    assertThat(theirs).isEmptyDirectory();
  }

  @Test
  void refusesASocketInAFolderThatAnotherUserCanChange() throws Exception {
    for (String mode : new String[] {"rwxr-xr-x", "rwxrwxrwx"}) {
      Path folder = Files.createDirectory(root.resolve(mode));
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
      if (mode.equals("rwxr-xr-x")) {
        OtherUser.owns(folder);
      }
      Result result =
          shell("timeout 30 sealconf keyservice --network unix --address '" + folder + "/s'");
      assertThat(result.err()).as(mode).contains("is not a safe folder for a socket");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void makesNoArchiveInAFolderThatAnotherUserCanReplace() throws Exception {
    Path slot = theirs.resolve(".cache/sealconf/cds/slot");
    assertThat(makeArchive(slot)).isNotZero();
    assertThat(theirs).isEmptyDirectory();
    Files.createDirectories(slot.getParent());
    assertThat(makeArchive(slot)).as("root's folder in a folder of theirs").isNotZero();
    assertThat(slot.getParent()).isEmptyDirectory();
  }

  @Test
  void nothingIsDeletedThroughALink() throws Exception {
    Path mine = Files.createDirectories(root.resolve("mine/ssh"));
    Files.writeString(mine.resolve("made-for"), "gone|1|1|gone\n");
    Files.createDirectories(root.resolve("mine/old.making"));
    Path cache = Files.createDirectories(theirs.resolve(".cache/sealconf"));
    Files.createSymbolicLink(cache.resolve("cds"), mine.getParent());
    assertThat(makeArchive(cache.resolve("cds/slot"))).isNotZero();
    assertThat(mine.resolve("made-for")).exists();
    assertThat(mine.getParent()).isDirectoryNotContaining("glob:**slot*");
  }

  @Test
  void anArchiveBelowAFolderOfAnotherUserIsNotUsed() throws Exception {
    Path made = Copies.exact(Packaged.DISTRIBUTION, root.resolve("made"));
    Path program = made.resolve("bin/sealconf");
    Path home = Packaged.IMAGE ? made.resolve("runtime") : Path.of(System.getProperty("java.home"));
    String java = home.resolve("bin/java").toString();
    String name = (made + "+" + java).replace('/', '+');
    Path mine = root.resolve("home/.cache");
    Copies.delete(made.resolve("cds"));
    assertThat(makeArchive(made, mine.resolve("sealconf/cds/" + name))).isZero();
    sealconf.with("HOME", mine.getParent().toString());
    assertThat(ArchiveUse.classesOutside(sealconf, program, root)).isLessThan(ArchiveUse.FEW);
    Files.move(mine, theirs.resolve(".cache"));
    sealconf.with("HOME", theirs.toString());
    assertThat(ArchiveUse.classesOutside(sealconf, program, root)).isGreaterThan(ArchiveUse.MANY);
    sealconf.with("XDG_CACHE_HOME", theirs.resolve(".cache").toString());
    assertThat(ArchiveUse.classesOutside(sealconf, program, root)).isGreaterThan(ArchiveUse.MANY);
  }

  private int makeArchive(Path slot) throws Exception {
    return makeArchive(Packaged.DISTRIBUTION, slot);
  }

  private int makeArchive(Path distribution, Path slot) throws Exception {
    Files.createDirectories(root.resolve("home"));
    return shell(
            "sh '%s/libexec/make-archive' '%1$s' \"$JAVA_HOME\" '%s'".formatted(distribution, slot))
        .exit();
  }

  private Result shell(String... lines) throws Exception {
    return sealconf.shell("set -e\n" + String.join("\n", lines));
  }
}
