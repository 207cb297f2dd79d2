package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.GnupgHome;
import dev.sealconf.Peers;
import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key service both ways with real SOPS: the client has no key, the server has all of them. */
final class SopsKeyServiceTest {
  private static final String ECC = "3903CF065212ED8051D96AAA23EE1D7DF5CCA289";
  private static final String PLAIN = "host: db.example.com\n";
  private static final String TWO_GROUPS =
      "creation_rules:\n  - shamir_threshold: 2\n    key_groups:\n      - age: ["
          + TestKeys.RECIPIENT
          + "]\n      - pgp: ["
          + ECC
          + "]\n";

  @TempDir Path folder;
  private final Map<String, String> keys = new TreeMap<>();
  private Path plain;

  @BeforeEach
  void open() throws IOException {
    keys.put("HOME", folder.toString());
    keys.put("PATH", System.getenv("PATH"));
    keys.put("GNUPGHOME", GnupgHome.shared("pgp-ecc.asc").path());
    keys.put("SOPS_GPG_EXEC", Peers.GPG.path().toString());
    keys.put("SOPS_AGE_KEY", TestKeys.IDENTITIES);
    plain = Files.writeString(folder.resolve("plain.yaml"), PLAIN);
  }

  @ParameterizedTest
  @CsvSource({"SOPS_3_13, unix", "SOPS_3_13, tcp", "SOPS_3_11, unix"})
  void weAskSops(Peers peer, String network) throws Exception {
    try (KeyServiceProcess service = KeyServiceProcess.sops(peer, network, folder, keys)) {
      for (List<String> recipients : recipients()) {
        Path sealed = Files.write(folder.resolve("s.yaml"), sealconf(service, 0, seal(recipients)));

        assertThat(sealconf(service, 0, "decrypt", sealed.toString())).asString().isEqualTo(PLAIN);
        assertThat(sops(peer, keys).run("decrypt", sealed.toString()).expectOk("decrypt"))
            .asString()
            .isEqualTo(PLAIN);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"SOPS_3_13, unix", "SOPS_3_13, tcp", "SOPS_3_11, unix"})
  void sopsUsesOurKeyService(Peers peer, String network) throws Exception {
    try (KeyServiceProcess service = KeyServiceProcess.sealconf(network, folder, holder())) {
      Sops client = sops(peer, Map.of("SOPS_AGE_KEY", ""));
      for (List<String> recipients : recipients()) {
        byte[] theirs = client.run(through(service, seal(recipients))).expectOk("encrypt");
        Path sealed = Files.write(folder.resolve("s.yaml"), theirs);

        assertThat(client.run("decrypt", sealed.toString()).exit()).isEqualTo(128);
        assertThat(client.run(through(service, "decrypt", sealed.toString())).expectOk("decrypt"))
            .asString()
            .isEqualTo(PLAIN);
        assertThat(sops(peer, keys).run("decrypt", sealed.toString()).expectOk("decrypt"))
            .asString()
            .isEqualTo(PLAIN);
      }
    }
  }

  @Test
  void bothOpenTwoGroupsThroughTheOthersKeyService() throws Exception {
    Files.writeString(folder.resolve(".sops.yaml"), TWO_GROUPS);
    String[] seal = {"encrypt", plain.toString()};
    Path sealed = folder.resolve("s.yaml");
    Sops client = sops(Peers.SOPS_3_13, Map.of("SOPS_AGE_KEY", ""));
    try (KeyServiceProcess ours = KeyServiceProcess.sealconf("unix", folder, holder())) {
      Files.write(sealed, client.run(through(ours, seal)).expectOk("encrypt"));
      assertThat(client.run(through(ours, "decrypt", sealed.toString())).expectOk("decrypt"))
          .asString()
          .isEqualTo(PLAIN);
    }
    try (KeyServiceProcess theirs = KeyServiceProcess.sops(Peers.SOPS_3_13, "tcp", folder, keys)) {
      assertThat(sealconf(theirs, 0, "decrypt", sealed.toString())).asString().isEqualTo(PLAIN);
      Files.write(sealed, sealconf(theirs, 0, seal));
      assertThat(sealconf(theirs, 0, "decrypt", sealed.toString())).asString().isEqualTo(PLAIN);
    }
  }

  @Test
  void sopsIsToldThatSomeoneSaidNo() throws Exception {
    Sops client = sops(Peers.SOPS_3_13, Map.of("SOPS_AGE_KEY", ""));
    TestWorld no = holder().withConsent(false);
    try (KeyServiceProcess service = KeyServiceProcess.sealconf("unix", folder, no, "--prompt")) {
      Sops.Result result = client.run(through(service, seal(recipients().get(0))));

      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).contains("PermissionDenied").contains("Request rejected by user");
      assertThat(no.prompts()).hasSize(1);
    }
    TestWorld yes = holder().withConsent(true);
    try (KeyServiceProcess service = KeyServiceProcess.sealconf("unix", folder, yes, "--prompt")) {
      client.run(through(service, seal(recipients().get(0)))).expectOk("encrypt");
      assertThat(yes.prompts()).hasSize(1);
    }
  }

  @Test
  void showsWhySopsCouldNotDecrypt() throws Exception {
    Path sealed =
        Files.write(
            folder.resolve("s.yaml"),
            sops(Peers.SOPS_3_13, keys).run(seal(recipients().get(0))).expectOk("encrypt"));
    Map<String, String> nobody = Map.of("HOME", folder.toString());
    try (KeyServiceProcess service =
        KeyServiceProcess.sops(Peers.SOPS_3_13, "unix", folder, nobody)) {
      TestWorld world = TestWorld.in(folder);
      run(world, 128, through(service, "decrypt", sealed.toString()));

      assertThat(world.err())
          .contains("the key service '" + service.uri() + "' could not decrypt: 'failed to load");
    }
  }

  private static List<List<String>> recipients() {
    return List.of(List.of("--age", TestKeys.RECIPIENT), List.of("--pgp", ECC));
  }

  private String[] seal(List<String> recipients) {
    return new String[] {"encrypt", recipients.get(0), recipients.get(1), plain.toString()};
  }

  private static String[] through(KeyServiceProcess service, String... words) {
    List<String> all = new ArrayList<>(List.of(words[0], "--enable-local-keyservice=false"));
    all.addAll(List.of("--keyservice", service.uri()));
    all.addAll(List.of(words).subList(1, words.length));
    return all.toArray(String[]::new);
  }

  private byte[] sealconf(KeyServiceProcess service, int exit, String... words) {
    return run(TestWorld.in(folder), exit, through(service, words));
  }

  private static byte[] run(TestWorld world, int exit, String... words) {
    assertThat(CommandLines.run(world.world(), "sealconf", List.of(words)))
        .as(world.err())
        .isEqualTo(exit);
    return world.outBytes();
  }

  private TestWorld holder() {
    TestWorld world = TestWorld.in(folder);
    keys.forEach(world::with);
    return world;
  }

  private Sops sops(Peers peer, Map<String, String> environment) {
    Sops sops = new Sops(peer, folder.resolve("sops"));
    environment.forEach(sops::with);
    return sops;
  }
}
