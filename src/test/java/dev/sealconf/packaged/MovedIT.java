package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A distribution keeps its archive of classes wherever it is put, on every Java there is: an
 * archive for that Java is made in a copy first.
 */
class MovedIT {
  @TempDir Path root;
  private Packaged sealconf;
  private Path made;

  @BeforeEach
  void open() throws IOException {
    root = root.toRealPath();
    sealconf = new Packaged(Files.createDirectory(root.resolve("work")));
  }

  static Stream<Path> javas() {
    return Javas.all();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void usesItsArchiveUnderAnyName(Path java) throws Exception {
    Path last = makeArchive(java);
    // Java itself can't be in a folder with a colon in its name.
    String odd = Packaged.IMAGE ? "gr\u00fcn,1" : "gr\u00fcn:1,2";
    for (String name : new String[] {"moved", "with a blank", odd}) {
      Path moved = Files.move(last, root.resolve(name));
      assertThat(outside(moved.resolve("bin/sealconf"))).as(name).isLessThan(ArchiveUse.FEW);
      last = moved;
    }
    Path link = Files.createSymbolicLink(root.resolve("link"), last.resolve("bin/sealconf"));
    assertThat(outside(link)).as("through a link").isLessThan(ArchiveUse.FEW);
  }

  @ParameterizedTest
  @MethodSource("javas")
  void usesItsArchiveInCopies(Path java) throws Exception {
    makeArchive(java);
    Path exact = Copies.exact(made, root.resolve("exact"));
    Path plain = Copies.withoutTimes(made, root.resolve("plain"));
    Copies.delete(made);
    assertThat(outside(exact.resolve("bin/sealconf"))).isLessThan(ArchiveUse.FEW);
    assertThat(outside(plain.resolve("bin/sealconf"))).isLessThan(ArchiveUse.FEW);
    assertThat(outside(plain.resolve("libexec/sops/sops"))).isLessThan(ArchiveUse.FEW);
  }

  @ParameterizedTest
  @MethodSource("javas")
  void anotherUserUsesTheArchiveOfADistributionThatCanOnlyBeRead(Path java) throws Exception {
    String asOther = OtherUser.command();
    makeArchive(java);
    Path moved = Copies.exact(made, root.resolve("read only"));
    Copies.makeReadOnly(moved);
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path shared = Files.createDirectory(root.resolve("shared"));
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path log = shared.resolve("classes.log");
    sealconf.with("SEALCONF_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
    Result result = sealconf.shell(asOther + "'" + moved + "/bin/sealconf' --version");
    assertThat(result.out()).startsWith("sealconf ");
    List<String> loaded = Files.readAllLines(log);
    assertThat(loaded.stream().filter(line -> !line.contains("shared objects file")).count())
        .isLessThan(ArchiveUse.FEW);
  }

  @ParameterizedTest
  @MethodSource("javas")
  void aJarThatWasReplacedHasNoArchive(Path java) throws Exception {
    makeArchive(java);
    Path jar = made.resolve("lib/re2j-1.8.jar");
    byte[] bytes = Files.readAllBytes(jar);
    bytes[bytes.length - 1] ^= 1;
    Path copied = Copies.withoutTimes(made, root.resolve("copied"));
    Files.write(copied.resolve("lib/re2j-1.8.jar"), bytes);
    assertThat(outside(copied.resolve("bin/sealconf"))).isGreaterThan(ArchiveUse.MANY);
    assertThat(copied.resolve("cds/stamp")).as("what makes it look for jars again").doesNotExist();
  }

  private Path makeArchive(Path java) throws Exception {
    made = Copies.exact(Packaged.DISTRIBUTION, root.resolve("made"));
    sealconf.with("JAVA_HOME", java.toString());
    Result result =
        sealconf.shell(
            "cd '" + made + "' && sh libexec/make-archive . \"$JAVA_HOME\" \"$PWD/cds\"");
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    return made;
  }

  private long outside(Path program) throws Exception {
    return ArchiveUse.classesOutside(sealconf, program, root);
  }
}
