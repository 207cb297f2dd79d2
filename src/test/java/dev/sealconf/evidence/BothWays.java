package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Files that this program seals and real SOPS opens, and the other way round, by one master key.
 * Only flags and files name the key, and there is no {@code .sops.yaml}.
 */
final class BothWays {
  private static final String PLAIN = "host: db.example.com\nport: 5432\n";
  private static final int NO_DATA_KEY = 128;

  private final Path folder;
  private final Map<String, String> environment;
  private final Sops sops;

  /** In this folder, with this environment for both. */
  BothWays(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
    sops = new Sops(Peers.SOPS_3_13, folder.resolve("sops"));
    environment.forEach(sops::with);
  }

  /** Seals for a flag and a recipient here, and opens there; gives the sealed file. */
  String sopsOpensOurs(String flag, String recipient) throws IOException {
    Path file = Files.writeString(folder.resolve("ours.yaml"), PLAIN);
    sealconf("encrypt", "-i", flag, recipient, file.toString());

    assertThat(Files.readString(file)).doesNotContain("db.example.com");
    assertThat(sops.run("decrypt", file.toString()).expectOk("decrypt"))
        .asString()
        .isEqualTo(PLAIN);
    return Files.readString(file);
  }

  /** Seals for a flag and a recipient there, and opens here; gives the sealed file. */
  String weOpenTheirs(String flag, String recipient) throws IOException {
    Path file = Files.writeString(folder.resolve("theirs.yaml"), PLAIN);
    sops.run("encrypt", "-i", flag, recipient, file.toString()).expectOk("encrypt");

    assertThat(Files.readString(file)).doesNotContain("db.example.com");
    assertThat(sealconf("decrypt", file.toString())).isEqualTo(PLAIN);
    return Files.readString(file);
  }

  /** A sealed file that neither can open. */
  void neitherOpens(String sealed) throws IOException {
    Path file = Files.writeString(folder.resolve("closed.yaml"), sealed);
    TestWorld world = world();

    assertThat(sops.run("decrypt", file.toString()).exit()).isEqualTo(NO_DATA_KEY);
    assertThat(CommandLines.run(world.world(), "sealconf", List.of("decrypt", file.toString())))
        .as(world.err())
        .isEqualTo(NO_DATA_KEY);
  }

  private String sealconf(String... arguments) {
    TestWorld world = world();
    int exit = CommandLines.run(world.world(), "sealconf", List.of(arguments));
    assertThat(exit).as(world.err()).isZero();
    return world.out();
  }

  private TestWorld world() {
    TestWorld world = TestWorld.in(folder);
    environment.forEach(world::with);
    return world;
  }
}
