package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Root changes a file in a folder of another user, who puts something in the place of the temporary
 * file, or of the file itself, just before any call that changes the disk. What belongs to root
 * keeps its owner, its mode and its content.
 */
class SwapIT {
  private static final String CONTENT = "only for root\n";

  /** Moves what is on its way aside, and runs the rest with {@code $x} for its name. */
  private static final String ASIDE =
      "cd '%1$s'; for x in .s.yaml.*.tmp; do if [ -e \"$x\" ]; then mv \"$x\" \"aside.$$\"; ";

  private static final List<String> SWAPS =
      List.of(
          ASIDE + "ln -s '%2$s/secret' \"$x\"; fi; done",
          ASIDE + "ln '%2$s/secret' \"$x\"; fi; done",
          ASIDE + "ln -s '%2$s' \"$x\"; fi; done",
          ASIDE + "mkdir \"$x\"; ln -s '%2$s/secret' \"$x/content\"; fi; done",
          ASIDE + "mkdir \"$x\"; ln '%2$s/secret' \"$x/content\"; fi; done",
          "cd '%1$s'; rm -f s.yaml; ln -s '%2$s/s.yaml' s.yaml",
          "cd '%1$s'; rm -f s.yaml; ln '%2$s/s.yaml' s.yaml");

  @TempDir Path scratch;
  private Path folder;
  private Path roots;
  private Path file;
  private byte[] sealed;
  private Faults faults;

  @BeforeEach
  void open() throws Exception {
    assertThat(OtherUser.command()).as("runs as root").isNotEmpty();
    scratch = scratch.toRealPath();
    folder = Files.createDirectory(scratch.resolve("theirs"));
    roots = Files.createDirectory(scratch.resolve("roots"));
    file = folder.resolve("s.yaml");
    Files.writeString(file, "a: b\n");
    assertThat(fresh().run("encrypt", "-i", file.toString()).err()).isEmpty();
    sealed = Files.readAllBytes(file);
    faults = new Faults(Peers.CC.path(), folder, scratch);
  }

  private Packaged fresh() throws IOException {
    return new Packaged(folder, Files.createDirectories(scratch.resolve("home"))).withKey();
  }

  @TestFactory
  Stream<DynamicTest> nothingOfRootsIsTouched() throws Exception {
    prepare();
    assertThat(faults.watch(fresh()).run("rotate", "-i", file.toString()).exit()).isZero();
    assertThat(Files.getAttribute(file, "unix:uid")).as("owner kept").isEqualTo(OtherUser.ID);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-rw-");
    List<String> calls = faults.calls();
    assertThat(calls).as("calls that change the disk").hasSizeGreaterThanOrEqualTo(6);
    return SWAPS.stream()
        .flatMap(
            swap ->
                IntStream.rangeClosed(1, calls.size())
                    .mapToObj(at -> swapping(swap, at, calls.get(at - 1))));
  }

  private DynamicTest swapping(String swap, int at, String call) {
    return DynamicTest.dynamicTest(
        "before call " + at + ", " + call.split(" ", 2)[0] + ": " + swap,
        () -> {
          prepare();
          Packaged root = faults.interrupt(fresh(), at, swap.formatted(folder, roots));
          Result result = root.run("rotate", "-i", file.toString());
          assertThat(result.exit()).as(result.err()).isIn(0, 3);
          for (String name : List.of("secret", "s.yaml")) {
            assertUntouched(roots.resolve(name));
          }
        });
  }

  private void prepare() throws IOException {
    for (Path each : List.of(folder, roots)) {
      Copies.delete(each);
      Files.createDirectory(each);
    }
    OtherUser.owns(folder);
    Files.write(file, sealed);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    OtherUser.owns(file);
    for (String name : List.of("secret", "s.yaml")) {
      Path mine = Files.writeString(roots.resolve(name), CONTENT);
      Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static void assertUntouched(Path mine) throws IOException {
    assertThat(mine).hasContent(CONTENT);
    assertThat(Files.getAttribute(mine, "unix:uid", LinkOption.NOFOLLOW_LINKS)).isEqualTo(0);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mine)))
        .isEqualTo("rw-------");
  }
}
