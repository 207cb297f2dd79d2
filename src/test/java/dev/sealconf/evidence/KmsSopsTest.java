package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.fakes.KmsFake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** AWS KMS both ways against real SOPS, at a server that neither of us wrote. */
class KmsSopsTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/sealconf";
  private static final String PLAIN = "a: one\nb:\n    c: 2\n";

  private static Moto moto;
  private static String near;
  private static String far;
  private static String alias;

  @TempDir Path folder;

  private Path file;

  @BeforeAll
  static void start() {
    moto = new Moto();
    near = moto.key("eu-central-1");
    far = moto.key("us-east-1");
    alias = moto.alias(near);
  }

  @AfterAll
  static void stop() {
    if (moto != null) {
      moto.close();
    }
  }

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("p.yaml"), PLAIN);
  }

  /** Ways to name keys; made late, when the keys are there. */
  enum Recipients {
    KEY,
    ALIAS,
    ROLE_AND_CONTEXT,
    TWO_REGIONS,
    OTHER_FIRST;

    List<String> flags() {
      return switch (this) {
        case KEY -> List.of("--kms", near);
        case ALIAS -> List.of("--kms", alias);
        case ROLE_AND_CONTEXT ->
            List.of("--kms", near + "+" + ROLE, "--encryption-context", "b:two,a:one");
        case TWO_REGIONS -> List.of("--kms", near + "," + far);
        case OTHER_FIRST -> List.of("--kms", unknown() + "," + far);
      };
    }
  }

  @ParameterizedTest
  @EnumSource(names = "OTHER_FIRST", mode = EnumSource.Mode.EXCLUDE)
  void opensWhatSopsSealsAndSopsWhatWeSeal(Recipients recipients) throws IOException {
    byte[] ours = sealconf(0, sealing(recipients));
    for (Peers peer : List.of(Peers.SOPS_3_13, Peers.SOPS_3_11)) {
      byte[] theirs = sops(peer).run(sealing(recipients)).expectOk("encrypt");
      Path sealed = Files.write(folder.resolve("theirs.yaml"), theirs);
      assertThat(sealconf(0, "decrypt", sealed.toString())).asString().isEqualTo(PLAIN);
      sealed = Files.write(folder.resolve("ours.yaml"), ours);
      byte[] opened = sops(peer).run("decrypt", sealed.toString()).expectOk("decrypt");
      assertThat(opened).asString().isEqualTo(PLAIN);
    }
  }

  @Test
  void writesTheSameFieldsAsSops() throws IOException {
    byte[] ours = sealconf(0, sealing(Recipients.ROLE_AND_CONTEXT));
    byte[] theirs = sops().run(sealing(Recipients.ROLE_AND_CONTEXT)).expectOk("encrypt");

    assertThat(entry(ours)).isEqualTo(entry(theirs)).hasSize(7);
  }

  @Test
  void refusesTheFilesThatSopsRefuses() throws IOException {
    String sealed = new String(sealconf(0, sealing(Recipients.ROLE_AND_CONTEXT)), UTF_8);
    List<String> changed =
        List.of(
            sealed.replace("a: one", "a: two"),
            sealed.replace(near, unknown()),
            sealed.replace(near, far),
            sealed.replace("enc: ", "enc: AAAA"));
    for (String text : changed) {
      assertThat(text).isNotEqualTo(sealed);
      Files.writeString(file, text);
      assertThat(sops().run("decrypt", file.toString()).exit()).isEqualTo(128);
      sealconf(128, "decrypt", file.toString());
    }
  }

  @Test
  void encryptsNothingIfOneOfTheKeysIsMissing() {
    assertThat(sops().run(sealing(Recipients.OTHER_FIRST)).exit()).isEqualTo(1);
    assertThat(sealconf(1, sealing(Recipients.OTHER_FIRST))).isEmpty();
  }

  @Test
  void opensWithTheSecondKeyIfTheFirstIsMissing() throws IOException {
    byte[] sealed = sops().run(sealing(Recipients.TWO_REGIONS)).expectOk("encrypt");
    Files.writeString(file, new String(sealed, UTF_8).replace(near, unknown()));

    assertThat(sops().run("decrypt", file.toString()).expectOk("decrypt"))
        .isEqualTo(sealconf(0, "decrypt", file.toString()));
  }

  @Test
  void rotatesWhatTheOtherHasSealed() throws IOException {
    Files.write(file, sops().run(sealing(Recipients.KEY)).expectOk("encrypt"));
    sealconf(0, "rotate", "-i", "--yes", "--add-kms", far, file.toString());
    assertThat(sops().run("decrypt", file.toString()).text()).isEqualTo(PLAIN);
    sops().run("rotate", "-i", "--rm-kms", near, file.toString()).expectOk("rotate");

    assertThat(sealconf(0, "decrypt", file.toString())).asString().isEqualTo(PLAIN);
    assertThat(Files.readString(file)).contains(far).doesNotContain(near);
  }

  @Test
  void updatesTheKeysOfWhatTheOtherHasSealed() throws IOException {
    Files.write(file, sops().run(sealing(Recipients.KEY)).expectOk("encrypt"));
    rule(near + "," + far);
    sealconf(0, "updatekeys", "-y", file.toString());
    assertThat(Files.readString(file)).contains(near, far);
    rule(far);
    sops().run("updatekeys", "-y", file.toString()).expectOk("updatekeys");

    assertThat(Files.readString(file)).contains(far).doesNotContain(near);
    assertThat(sealconf(0, "decrypt", file.toString())).asString().isEqualTo(PLAIN);
  }

  @Test
  void denialsAndThrottlingHaveTheSameResultAsInSops() throws IOException {
    try (KmsFake kms = new KmsFake()) {
      String[] seal = {"encrypt", "--kms", KmsFake.KEY, file.toString()};
      kms.throttle(2);
      byte[] theirs = sops(Peers.SOPS_3_13, kms.holder()).run(seal).expectOk("encrypt");
      kms.throttle(2);
      byte[] ours = run(0, kms.holder(), seal);
      assertThat(kms.count("Encrypt", "ThrottlingException")).isEqualTo(4);
      for (byte[] sealed : List.of(theirs, ours)) {
        Files.write(file, sealed);
        String[] open = {"decrypt", file.toString()};
        assertThat(sops(Peers.SOPS_3_13, kms.stranger()).run(open).exit()).isEqualTo(128);
        run(128, kms.stranger(), open);
        assertThat(sops(Peers.SOPS_3_13, kms.holder()).run(open).text()).isEqualTo(PLAIN);
        assertThat(run(0, kms.holder(), open)).asString().isEqualTo(PLAIN);
      }
    }
  }

  private void rule(String keys) throws IOException {
    Files.writeString(folder.resolve(".sops.yaml"), "creation_rules:\n  - kms: \"" + keys + "\"\n");
  }

  private String[] sealing(Recipients recipients) {
    List<String> words = new ArrayList<>(List.of("encrypt"));
    words.addAll(recipients.flags());
    words.add(file.toString());
    return words.toArray(String[]::new);
  }

  /** The lines of the entry, without what differs from run to run. */
  private static List<String> entry(byte[] sealed) {
    List<String> lines = new String(sealed, UTF_8).lines().toList();
    int start = lines.indexOf("    kms:");
    return lines.subList(start, start + 9).stream()
        .map(String::strip)
        .filter(line -> !line.startsWith("enc:") && !line.startsWith("created_at:"))
        .takeWhile(line -> !line.startsWith("lastmodified:"))
        .toList();
  }

  private static String unknown() {
    return near.replaceAll("key/.*", "key/00000000-0000-4000-8000-000000000000");
  }

  private Sops sops() {
    return sops(Peers.SOPS_3_13);
  }

  private Sops sops(Peers peer) {
    return sops(peer, moto.environment());
  }

  private Sops sops(Peers peer, Map<String, String> environment) {
    Sops sops = new Sops(peer, folder);
    environment.forEach(sops::with);
    return sops;
  }

  private byte[] sealconf(int exit, String... words) {
    return run(exit, moto.environment(), words);
  }

  private byte[] run(int exit, Map<String, String> environment, String... words) {
    String withRole = near + "+" + ROLE + "|a:one,b:two";
    TestWorld world =
        TestWorld.in(folder).with("SEALCONF_ALLOWED_KEYS", "arn:aws:kms:*," + withRole);
    environment.forEach(world::with);
    assertThat(CommandLines.run(world.world(), "sealconf", List.of(words)))
        .as(world.err())
        .isEqualTo(exit);
    return world.outBytes();
  }
}
