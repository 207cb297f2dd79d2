package dev.sealconf.session.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.Ask;
import dev.sealconf.io.Consent;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a file while someone thinks about an answer. */
class AcceptanceTest {
  private static final Path KEYS = Path.of("testdata/keys").toAbsolutePath();

  @TempDir Path folder;
  private String alice;
  private String bob;
  private String carol;

  @BeforeEach
  void makesFilesWithoutASeal() throws IOException {
    alice = recipient("age-1.txt");
    bob = recipient("age-2.txt");
    carol = recipient("age-3.txt");
    Files.writeString(folder.resolve("a.yaml"), "a: one\n");
    rule(alice + "," + bob, false);
    run(TestWorld.in(folder).world(), "encrypt", "-i", "a.yaml");
    rule(alice, true);
  }

  @Test
  void holdsNoLockWhileItAsks() throws IOException {
    List<Integer> codes = new ArrayList<>();
    int code =
        rotate(() -> codes.add(run(world(), "set", "a.yaml", "[\"a\"]", "\"two\"")), "a.yaml");
    assertThat(codes).containsExactly(0);
    assertThat(code).isZero();
    assertThat(Files.readString(folder.resolve("a.yaml"))).contains(bob, "sealconf: v1");
  }

  @Test
  void refusesAChangeThatWasNotShown() throws IOException {
    Path file = folder.resolve("a.yaml");
    String other = Files.readString(file).replace(bob, carol);
    int code = rotate(() -> write(file, other), "a.yaml");
    assertThat(code).isEqualTo(1);
    assertThat(Files.readString(file)).isEqualTo(other);
  }

  private int rotate(Runnable meanwhile, String file) {
    World world = world();
    Ask terminal =
        new Consent(
            () -> {
              meanwhile.run();
              return true;
            });
    return run(
        new World(
            world.in(),
            world.out(),
            world.err(),
            world.environment(),
            world.directory(),
            world.clock(),
            world.entropy(),
            terminal,
            world.tell()),
        "rotate",
        "-i",
        file);
  }

  private World world() {
    return TestWorld.in(folder)
        .with("SOPS_AGE_KEY_FILE", KEYS.resolve("age-1.txt").toString())
        .world();
  }

  private static int run(World world, String... words) {
    return CommandLines.run(world, "sealconf", List.of(words));
  }

  private void rule(String recipients, boolean seal) throws IOException {
    Files.writeString(
        folder.resolve(".sops.yaml"),
        "creation_rules: [{age: \"" + recipients + "\"}]\nsealconf: {seal: " + seal + "}\n");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String recipient(String key) throws IOException {
    return Files.readString(KEYS.resolve(key))
        .lines()
        .filter(line -> line.startsWith("# public key: "))
        .findFirst()
        .orElseThrow()
        .substring("# public key: ".length());
  }
}
