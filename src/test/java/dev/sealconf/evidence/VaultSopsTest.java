package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transit keys of a real OpenBao server, both ways against real SOPS. */
class VaultSopsTest {
  private static final String PLAIN = "a: one\nb:\n    c: 2\n";
  private static final String TOKEN = "VAULT_TOKEN";
  private static final String ADDRESS = "VAULT_ADDR";
  private static final String AGE = "SOPS_AGE_KEY";
  private static final String FLAG = "--hc-vault-transit";

  @TempDir static Path servers;
  private static BaoServer plain;
  private static BaoServer secure;
  private static String token;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    Peers.BAO.path();
    plain = BaoServer.plain(Files.createDirectory(servers.resolve("plain")));
    secure = BaoServer.secure(Files.createDirectory(servers.resolve("secure")));
    token = plain.token("one");
  }

  @AfterAll
  static void stop() {
    for (BaoServer server : new BaoServer[] {plain, secure}) {
      if (server != null) {
        server.close();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SOPS_3_11", "SOPS_3_13"})
  void opensWhatSopsSealsAndSopsWhatWeSeal(Peers sops) throws IOException {
    bothWays(sops, plain.key("one"), Map.of(TOKEN, token, ADDRESS, plain.address()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSL_CERT_FILE", "VAULT_CACERT"})
  void worksOverTls(String variable) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put(TOKEN, secure.token("one"));
    environment.put(ADDRESS, secure.address());
    environment.put(variable, secure.authority());
    bothWays(Peers.SOPS_3_13, secure.key("one"), environment);
  }

  @Test
  void trustsNoCertificateThatNoOneVouchesFor() throws IOException {
    Map<String, String> environment = Map.of(TOKEN, secure.token("one"));
    Path file = file();

    assertThat(seal(environment, 1, FLAG, secure.key("one"), file.toString()))
        .contains("has a certificate that isn't trusted");
    assertThat(
            sops(Peers.SOPS_3_13, environment)
                .run("encrypt", FLAG, secure.key("one"), file.toString())
                .exit())
        .isEqualTo(1);
  }

  @Test
  void workInANamespace() throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put(TOKEN, plain.namespace("team"));
    environment.put(ADDRESS, plain.address());
    environment.put("VAULT_NAMESPACE", "team");
    bothWays(Peers.SOPS_3_13, plain.key("one"), environment);
  }

  @Test
  void logsInWithAppRole() throws IOException {
    List<String> role = plain.appRole();
    Map<String, String> environment = new HashMap<>();
    environment.put(ADDRESS, plain.address());
    environment.put("VAULT_ROLE_ID", role.get(0));
    environment.put("VAULT_SECRET_ID", role.get(1));
    Path file = sealed(environment, FLAG, plain.key("one"));

    assertThat(open(environment, 0, file)).isEqualTo(PLAIN);
    environment.put("VAULT_SECRET_ID", "wrong");
    assertThat(open(environment, 128, file)).contains("does not accept VAULT_ROLE_ID");
  }

  @Test
  void saysWhyItDoesNotOpen() throws IOException {
    Path file = sealed(Map.of(TOKEN, token), FLAG, plain.key("one"));
    Map<String, String> environment = new HashMap<>(Map.of(ADDRESS, plain.address()));

    assertThat(open(environment, 128, file)).contains("no token: VAULT_TOKEN and VAULT_ROLE_ID");
    for (String wrong : List.of("s.wrong", plain.token("two"))) {
      environment.put(TOKEN, wrong);
      assertThat(open(environment, 128, file))
          .contains("denies it: VAULT_TOKEN is not valid there, or may not update transit/decrypt")
          .doesNotContain(wrong);
      assertThat(sops(Peers.SOPS_3_13, environment).run("decrypt", file.toString()).exit())
          .isEqualTo(128);
    }
    assertThat(seal(Map.of(TOKEN, token), 1, FLAG, plain.key("mistyped"), file().toString()))
        .contains("may not update transit/encrypt/mistyped");
    environment.put(TOKEN, "root");
    Files.writeString(file, Files.readString(file).replace("key_name: one", "key_name: gone"));
    assertThat(open(environment, 128, file)).contains("has no key 'gone'");
    Files.writeString(file, Files.readString(file).replace("key_name: gone", "key_name: two"));
    assertThat(open(environment, 128, file)).contains("wasn't wrapped by the key 'two'");
  }

  @Test
  void anyOneOfSeveralRecipientsIsEnough() throws IOException {
    Map<String, String> vault = Map.of(TOKEN, token, ADDRESS, plain.address());
    Map<String, String> age = Map.of(AGE, TestKeys.IDENTITIES);
    Path ours = sealed(vault, FLAG, plain.key("one"), "--age", TestKeys.RECIPIENT);
    Path theirs = file();
    Files.write(
        theirs,
        sops(Peers.SOPS_3_13, vault)
            .run("encrypt", "--age", TestKeys.RECIPIENT, FLAG, plain.key("one"), theirs.toString())
            .expectOk("encrypt"));

    for (Map<String, String> environment : List.of(vault, age)) {
      assertThat(open(environment, 0, theirs)).isEqualTo(PLAIN);
      assertThat(sops(Peers.SOPS_3_13, environment).run("decrypt", ours.toString()).text())
          .isEqualTo(PLAIN);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SOPS_3_11", "SOPS_3_13"})
  void combinesTwoGroupsOfThree(Peers peer) throws IOException {
    Path rules = folder.resolve(".sops.yaml");
    Files.writeString(rules, groups());
    Map<String, String> all = Map.of(TOKEN, "root", ADDRESS, plain.address());
    Path ours = sealed(all, "--config", rules.toString());
    Path theirs = Files.writeString(folder.resolve("theirs.yaml"), PLAIN);
    Files.write(
        theirs,
        sops(peer, all)
            .run("--config", rules.toString(), "encrypt", theirs.toString())
            .expectOk("encrypt"));
    Files.delete(rules);

    Map<String, String> first = Map.of(TOKEN, token, ADDRESS, plain.address());
    Map<String, String> both = new HashMap<>(first);
    both.put(AGE, TestKeys.IDENTITIES);
    for (Map<String, String> enough : List.of(all, both)) {
      assertThat(open(enough, 0, theirs)).isEqualTo(PLAIN);
      assertThat(sops(peer, enough).run("decrypt", ours.toString()).text()).isEqualTo(PLAIN);
    }
    assertThat(open(first, 128, theirs))
        .contains("1 of 2 key groups could be opened, 2 are needed");
    assertThat(sops(peer, first).run("decrypt", ours.toString()).exit()).isEqualTo(128);
  }

  /**
   * The identity of the second group's age key is among the test identities, the first's is not.
   */
  private static String groups() {
    String stranger = "age1afnrdrkyvy0sl5e08t9ffs4c7g5e5npc8luf7hjc77syewg5gajsls4r90";
    return "creation_rules:\n  - shamir_threshold: 2\n    key_groups:\n"
        + ("      - age: [" + stranger + "]\n        hc_vault: [" + plain.key("one") + ", ")
        + (plain.key("two") + "]\n      - age: [" + TestKeys.RECIPIENT + "]\n")
        + ("        hc_vault: [" + plain.key("two") + ", " + plain.key("three") + "]\n");
  }

  @Test
  void rotatesWhatTheOtherSealed() throws IOException {
    Map<String, String> environment = Map.of(TOKEN, token, ADDRESS, plain.address());
    Path file = sealed(environment, FLAG, plain.key("one"));
    String before = Files.readString(file);
    sops(Peers.SOPS_3_13, environment).run("rotate", "-i", file.toString()).expectOk("rotate");
    String between = Files.readString(file);
    run(environment, 0, "rotate", "-i", "--yes", file.toString());

    assertThat(List.of(before, between, Files.readString(file))).doesNotHaveDuplicates();
    assertThat(open(environment, 0, file)).isEqualTo(PLAIN);
    assertThat(sops(Peers.SOPS_3_13, environment).run("decrypt", file.toString()).text())
        .isEqualTo(PLAIN);
  }

  private void bothWays(Peers peer, String key, Map<String, String> environment)
      throws IOException {
    Path file = file();
    byte[] theirs =
        sops(peer, environment).run("encrypt", FLAG, key, file.toString()).expectOk("encrypt");
    Files.write(file, theirs);
    assertThat(open(environment, 0, file)).isEqualTo(PLAIN);
    Path ours = sealed(environment, FLAG, key);
    assertThat(sops(peer, environment).run("decrypt", ours.toString()).text()).isEqualTo(PLAIN);
  }

  private Path file() throws IOException {
    return Files.writeString(folder.resolve("p.yaml"), PLAIN);
  }

  /** A file that was sealed with these words. */
  private Path sealed(Map<String, String> environment, String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(words));
    Path file = Files.writeString(folder.resolve("sealed.yaml"), PLAIN);
    all.add("-i");
    all.add(file.toString());
    seal(environment, 0, all.toArray(String[]::new));
    return file;
  }

  private String seal(Map<String, String> environment, int exit, String... words) {
    List<String> all = new ArrayList<>(List.of("encrypt"));
    all.addAll(List.of(words));
    return run(environment, exit, all.toArray(String[]::new));
  }

  private String open(Map<String, String> environment, int exit, Path file) {
    return run(environment, exit, "decrypt", file.toString());
  }

  /** Standard output of a run that ends well, else standard error. */
  private String run(Map<String, String> environment, int exit, String... words) {
    TestWorld world = TestWorld.in(folder);
    environment.forEach(world::with);
    assertThat(CommandLines.run(world.world(), "sealconf", List.of(words)))
        .as(world.err())
        .isEqualTo(exit);
    return exit == 0 ? new String(world.outBytes(), UTF_8) : world.err();
  }

  private Sops sops(Peers peer, Map<String, String> environment) {
    Sops sops = new Sops(peer, folder).with(AGE, "");
    environment.forEach(sops::with);
    return sops;
  }
}
