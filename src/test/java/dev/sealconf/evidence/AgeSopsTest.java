package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.providers.age.plugin.FakePlugin;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of age key both ways against real SOPS, each with the same identities. */
class AgeSopsTest {
  private static final Path KEYS = Path.of("testdata/keys").toAbsolutePath();
  private static final String PLAIN = "a: one\nb: 2\n";

  @TempDir Path folder;

  /** Someone with one key: its recipient, and the variable that leads to its identity. */
  private record Holder(String recipient, String variable, String value) {
    @Override
    public String toString() {
      return recipient.substring(0, 12);
    }
  }

  static List<Holder> holders() throws IOException {
    return List.of(
        holder("age-1.txt"),
        holder("age-pq.txt"),
        sshHolder("ssh-ed25519"),
        sshHolder("ssh-rsa"),
        new Holder(FakePlugin.recipient(7), "SOPS_AGE_KEY", FakePlugin.identity(7)));
  }

  private static Holder holder(String file) throws IOException {
    String recipient = Files.readAllLines(KEYS.resolve(file)).get(1).replaceFirst(".*: ", "");
    return new Holder(recipient, "SOPS_AGE_KEY_FILE", KEYS.resolve(file).toString());
  }

  private static Holder sshHolder(String name) throws IOException {
    String line = Files.readString(KEYS.resolve(name + ".pub")).strip();
    return new Holder(line, "SOPS_AGE_SSH_PRIVATE_KEY_FILE", KEYS.resolve(name).toString());
  }

  @ParameterizedTest
  @MethodSource("holders")
  void opensWhatSopsSealsAndSopsWhatWeSeal(Holder holder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), PLAIN);
    byte[] theirs = sops(holder, "encrypt", "--age", holder.recipient(), file.toString());
    byte[] ours = sealconf(holder, "encrypt", "--age", holder.recipient(), file.toString());

    Files.write(file, theirs);
    assertThat(sealconf(holder, "decrypt", file.toString())).asString().isEqualTo(PLAIN);
    Files.write(file, ours);
    assertThat(sops(holder, "decrypt", file.toString())).asString().isEqualTo(PLAIN);
  }

  @Test
  void eachOfSeveralRecipientsOpensTheFile() throws IOException {
    String all = holders().stream().map(Holder::recipient).collect(Collectors.joining(","));
    Path file = Files.writeString(folder.resolve("a.yaml"), PLAIN);
    Files.write(file, sealconf(holders().get(4), "encrypt", "--age", all, file.toString()));

    for (Holder holder : holders()) {
      assertThat(sops(holder, "decrypt", file.toString())).asString().startsWith("a: one\n");
      assertThat(sealconf(holder, "decrypt", file.toString())).asString().isEqualTo(PLAIN);
    }
  }

  @Test
  void anotherKeyOpensNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), PLAIN);
    Holder stranger = holder("age-3.txt");
    for (Holder holder : holders()) {
      byte[] sealed = sealconf(holder, "encrypt", "--age", holder.recipient(), file.toString());
      Path other = Files.write(folder.resolve("sealed.yaml"), sealed);

      assertThat(theirs(stranger).run("decrypt", other.toString()).exit()).isEqualTo(128);
      assertThat(run(world(stranger), "decrypt", other.toString())).isEqualTo(128);
    }
  }

  private byte[] sops(Holder holder, String... words) throws IOException {
    return theirs(holder).run(words).expectOk(words[0]);
  }

  private Sops theirs(Holder holder) throws IOException {
    return new Sops(Peers.SOPS_3_13, folder.resolve("sops"))
        .with("SOPS_AGE_KEY", "")
        .with("PATH", path())
        .with(holder.variable(), holder.value());
  }

  private byte[] sealconf(Holder holder, String... words) throws IOException {
    TestWorld world = world(holder);
    assertThat(run(world, words)).as(world.err()).isZero();
    return world.outBytes();
  }

  private TestWorld world(Holder holder) throws IOException {
    return TestWorld.in(folder).with("PATH", path()).with(holder.variable(), holder.value());
  }

  private static int run(TestWorld world, String... words) {
    return CommandLines.run(world.world(), "sealconf", List.of(words));
  }

  private String path() throws IOException {
    FakePlugin.install(folder.resolve("bin"));
    return folder.resolve("bin") + File.pathSeparator + System.getenv("PATH");
  }
}
