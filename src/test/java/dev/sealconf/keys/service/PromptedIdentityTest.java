package dev.sealconf.keys.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.GnupgHome;
import dev.sealconf.Peers;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person agrees to the use of the identity that the prompt names, so a request that names one and
 * brings something wrapped for another gets no answer.
 */
final class PromptedIdentityTest {
  private static final ServiceAddress ANY_PORT = new ServiceAddress.Tcp("127.0.0.1", 0);
  private static final Path KEYS = Path.of("testdata/keys");
  private static final String PGP = "3903CF065212ED8051D96AAA23EE1D7DF5CCA289";
  private static final String PGP_SUBKEY = "8581DEF88613879F23E1D427F38B80979CAA5297";
  private static final String OTHER_PGP = "F4F0695E4262CFAE4E9D4BE1623FFA89F413974F";

  @TempDir Path folder;

  @Test
  void aPromptThatNamesOneAgeIdentityUsesNoOther() throws Exception {
    TestWorld world = world().with("SOPS_AGE_KEY", identity("age-1") + "\n" + identity("age-2"));

    usesOnlyTheNamed(world, age("age-1"), age("age-2"));
  }

  @Test
  void anSshKeyAndAnAgeKeyAreDifferentIdentities() throws Exception {
    Path key = folder.resolve("id");
    Files.copy(KEYS.resolve("ssh-ed25519"), key);
    TestWorld world =
        world()
            .with("SOPS_AGE_KEY", identity("age-1"))
            .with("SOPS_AGE_SSH_PRIVATE_KEY_FILE", key.toString());
    String line = Files.readString(KEYS.resolve("ssh-ed25519.pub")).strip();

    usesOnlyTheNamed(world, age("age-1"), KeyServiceTest.key("age", line));
    usesOnlyTheNamed(world, KeyServiceTest.key("age", line), age("age-1"));
  }

  @Test
  void aPromptThatNamesOnePgpKeyUsesNoOther() throws Exception {
    GnupgHome home = GnupgHome.shared("pgp-ecc.asc", "pgp-rsa.asc");
    TestWorld world =
        world().with("GNUPGHOME", home.path()).with("SOPS_GPG_EXEC", Peers.GPG.path().toString());

    usesOnlyTheNamed(world, pgp(PGP), pgp(OTHER_PGP));
    usesOnlyTheNamed(world, pgp(PGP_SUBKEY + "!"), pgp("0x" + OTHER_PGP.toLowerCase()));
  }

  private void usesOnlyTheNamed(TestWorld world, MasterKey named, MasterKey other)
      throws Exception {
    try (RunningService service = new RunningService(world, ANY_PORT, true)) {
      RemoteKeys client = service.client();
      String forNamed = KeyServiceTest.wrap(client, named);
      String forOther = KeyServiceTest.wrap(client, other);

      client.unwrap(new WrappedKey(named, forNamed)).close();
      try (SecretBytes share = client.unwrap(new WrappedKey(other, forOther))) {
        assertThat(share.length()).isPositive();
      }
      assertThat(KeyServiceTest.unwrapFailure(client, named, forOther)).isNotNull();
      assertThat(KeyServiceTest.unwrapFailure(client, other, forNamed)).isNotNull();
    }
    try (RunningService service = new RunningService(world, ANY_PORT, false)) {
      RemoteKeys client = service.client();
      client.unwrap(new WrappedKey(named, KeyServiceTest.wrap(client, other))).close();
    }
  }

  private TestWorld world() {
    return TestWorld.in(folder).withConsent(true);
  }

  private static MasterKey pgp(String fingerprint) {
    return KeyServiceTest.key("pgp", fingerprint);
  }

  private static MasterKey age(String name) throws IOException {
    String recipient =
        Files.readAllLines(KEYS.resolve(name + ".txt")).stream()
            .filter(line -> line.contains("public key: "))
            .map(line -> line.substring(line.indexOf("age1")))
            .findFirst()
            .orElseThrow();
    return KeyServiceTest.key("age", recipient);
  }

  private static String identity(String name) throws IOException {
    return Files.readAllLines(KEYS.resolve(name + ".txt")).stream()
        .filter(line -> line.startsWith("AGE-SECRET-KEY-"))
        .findFirst()
        .orElseThrow();
  }
}
