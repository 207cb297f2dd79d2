package dev.sealconf.keys.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.GnupgHome;
import dev.sealconf.Peers;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How gpg is called, and what is made of its answers; with real gpg and keys of testdata. */
final class PgpKeyProviderTest {
  private static final String ECC = "3903CF065212ED8051D96AAA23EE1D7DF5CCA289";
  private static final String ECC_SUBKEY = "8581DEF88613879F23E1D427F38B80979CAA5297";
  private static final String LOCKED = "E049A6A09156473D61D99C1CBA49B13340908848";
  private static final String EXPIRED = "B05AC73BEB3A5E8EB9E315D4AE1C47B575455355";
  private static final String SIGNING = "B34D3EE1471ED5863B902D89A72CD65DACE542D7";
  private static final String RSA = "F4F0695E4262CFAE4E9D4BE1623FFA89F413974F";
  private static final String PASSPHRASE = "--batch --pinentry-mode loopback --passphrase ";
  private static final byte[] SHARE =
      "a share of thirty-two bytes, say".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final KeyProvider provider = new PgpKeyProvider();

  @Test
  void callsGpgAsSopsDoesAndPassesTheShareOnlyOnItsInput() throws IOException {
    TestWorld world = in(home("pgp-ecc.asc"));
    String recorded = "printf '%s ' \"$@\" >> " + folder.resolve("args") + "; ";
    world.with("SOPS_GPG_EXEC", wrapper(recorded, "").toString());
    provider.unwrap(wrap(ECC_SUBKEY + "!", world), world.world()).close();

    assertThat(folder.resolve("args"))
        .hasContent(
            "--no-default-recipient --yes --encrypt -a -r 8581DEF88613879F23E1D427F38B80979CAA5297!"
                + " --trusted-key F38B80979CAA5297! --no-encrypt-to --status-fd 2"
                + " -d --status-fd 2 ");
  }

  @Test
  void writesTheFieldsThatSopsWrites() {
    MasterKey key = provider.parse("3903 CF06 5212 ED80 51D9  6AAA 23EE 1D7D F5CC A289").get(0);
    MasterKey complete = provider.complete(key, TestWorld.in(folder).world());

    assertThat(complete.name()).isEqualTo(ECC);
    assertThat(complete.fields())
        .hasSize(2)
        .containsEntry("fp", new Field.Text(ECC))
        .containsEntry("created_at", new Field.Text("2026-01-02T03:04:05Z"));
  }

  @Test
  void trimsTheMessageAsSopsDoes() {
    String enc = wrap(ECC, in(home("pgp-ecc.asc"))).enc();

    assertThat(enc).startsWith("-----BEGIN PGP MESSAGE-----\n\n");
    assertThat(enc).endsWith("\n-----END PGP MESSAGE-----");
  }

  @Test
  void usesAKeyThatAPassphraseLocks() throws IOException {
    TestWorld world = in(home("pgp-locked.asc"));
    WrappedKey wrapped = wrap(LOCKED, world);
    world.with("SOPS_GPG_EXEC", wrapper("", PASSPHRASE + "'correct horse'").toString());

    assertThat(unwrapped(wrapped, world)).isEqualTo(SHARE);
  }

  @Test
  void saysWhatIsWrongWithAPassphrase() throws IOException {
    TestWorld world = in(home("pgp-locked.asc"));
    WrappedKey wrapped = wrap(LOCKED, world);
    SealconfException failure = failure(() -> unwrapped(wrapped, world));

    assertThat(failure).hasMessageStartingWith("gpg needs its passphrase, and can't ask");
    assertThat(failure.hints()).contains("in a terminal: export GPG_TTY=$(tty)");
    world.with("SOPS_GPG_EXEC", wrapper("", PASSPHRASE + "'wrong horse'").toString());
    assertThat(failure(() -> unwrapped(wrapped, world)))
        .hasMessageStartingWith("the passphrase of its secret key is wrong");
    world.with("SOPS_GPG_EXEC", wrapper("", "--pinentry-mode cancel").toString());
    assertThat(failure(() -> unwrapped(wrapped, world)))
        .hasMessageStartingWith("gpg did not get the passphrase");
  }

  @Test
  void saysWhyItCannotEncrypt() {
    TestWorld world = in(home("pgp-ecc.asc", "pgp-expired.asc", "pgp-signing.asc"));

    assertThat(failure(() -> wrap(RSA, world)))
        .hasMessage(
            "gpg has no public key with this fingerprint; looked in '"
                + world.world().variable("GNUPGHOME").orElseThrow()
                + "'");
    for (String unusable : List.of(EXPIRED, SIGNING, SIGNING + "!")) {
      assertThat(failure(() -> wrap(unusable, world)))
          .hasMessageStartingWith("gpg can't encrypt for it: the key has expired, was revoked,");
    }
  }

  @Test
  void neverPassesAnythingButAFingerprintToGpg() {
    TreeMap<String, Field> fields = new TreeMap<>();
    fields.put("fp", new Field.Text("--output=/tmp/x"));
    MasterKey hostile = provider.read(fields);
    World world = in(home("pgp-ecc.asc")).world();
    SealconfException failure =
        failure(() -> provider.wrap(SecretBytes.owning(SHARE.clone()), hostile, world));

    assertThat(failure).hasMessage("'--output=/tmp/x' is not the fingerprint of an OpenPGP key");
    assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.GENERIC);
  }

  @Test
  void reportsThatGpgIsMissing() {
    WrappedKey wrapped = new WrappedKey(provider.parse(ECC).get(0), "x");
    TestWorld world = TestWorld.in(folder);

    assertThat(failure(() -> provider.unwrap(wrapped, world.world())))
        .hasMessage("can't find 'gpg' on the PATH; looked in '" + folder + "/home/.gnupg'");
    assertThat(failure(() -> provider.unwrap(wrapped, world.without("HOME").world())))
        .isInstanceOf(KeyFailure.NotUnwrapped.class);
  }

  @Test
  void reportsThatTheAgentCannotBeReached() throws IOException {
    GnupgHome home = home("pgp-ecc.asc");
    WrappedKey wrapped = wrap(ECC, in(home));
    try (GnupgHome publicHalf = GnupgHome.empty()) {
      Files.write(publicHalf.folder().resolve("pubring.gpg"), home.gpg(new byte[0], "--export"));
      for (String options : List.of("--agent-program /none/gpg-agent", "--no-autostart")) {
        TestWorld world = in(publicHalf);
        world.with("SOPS_GPG_EXEC", wrapper("", options).toString());

        assertThat(failure(() -> unwrapped(wrapped, world)))
            .hasMessageStartingWith("gpg can't reach its agent");
      }
    }
  }

  @Test
  void refusesAMessageThatIsNotEncrypted() {
    GnupgHome home = home("pgp-ecc.asc");
    String clear = new String(home.gpg(SHARE, "-a", "--store"), StandardCharsets.UTF_8);
    WrappedKey wrapped = new WrappedKey(provider.parse(ECC).get(0), clear);

    assertThat(failure(() -> unwrapped(wrapped, in(home))))
        .hasMessageStartingWith("its wrapped key is not an encrypted OpenPGP message");
  }

  @Test
  void refusesEmptyOutputOfGpg() throws IOException {
    TestWorld world = TestWorld.in(folder).with("PATH", "/usr/bin:/bin");
    world.with("SOPS_GPG_EXEC", "true");
    WrappedKey wrapped = new WrappedKey(provider.parse(ECC).get(0), "x");

    assertThat(failure(() -> unwrapped(wrapped, world)))
        .hasMessageStartingWith("its wrapped key was changed or damaged, or gpg is too old");
    assertThat(failure(() -> wrap(ECC, world))).hasMessage("gpg printed no OpenPGP message");
  }

  @Test
  void opensWithTheKeyringsOfOldGpg() throws IOException {
    WrappedKey wrapped = wrap(RSA, in(home("pgp-rsa.asc")));
    byte[] packets = home("pgp-rsa.asc").gpg(new byte[0], "--export-secret-keys", RSA);
    byte[] keys = home("pgp-rsa.asc").gpg(new byte[0], "--export", RSA);
    try (GnupgHome old = GnupgHome.empty()) {
      Files.write(old.folder().resolve("secring.gpg"), packets);
      Files.write(old.folder().resolve("pubring.gpg"), keys);

      assertThat(unwrapped(wrapped, in(old))).isEqualTo(SHARE);
      assertThat(unwrapped(wrap(RSA, in(old)), in(old))).isEqualTo(SHARE);
    }
  }

  @Test
  void twoSubkeysOfOneKeyAreTwoRecipients() {
    try (GnupgHome home = GnupgHome.empty()) {
      String key = keyWithTwoSubkeys(home);
      List<String> subkeys = subkeys(home, key);
      TestWorld world = in(home);

      assertThat(subkeys).hasSize(2);
      for (String subkey : subkeys) {
        String id = subkey.substring(24);
        assertThat(packets(home, wrap(subkey, world))).contains("keyid " + id);
        assertThat(packets(home, wrap("0x" + id, world))).contains("keyid " + id);
      }
      assertThat(packets(home, wrap(key, world))).contains("keyid " + subkeys.get(1).substring(24));
    }
  }

  private static String keyWithTwoSubkeys(GnupgHome home) {
    String[] options = {"--batch", "--pinentry-mode", "loopback", "--passphrase", ""};
    gpg(home, options, "20250101T000000", "--quick-generate-key", "N <n@x>", "ed25519", "sign");
    String key = fingerprints(home, "pub").get(0);
    gpg(home, options, "20250102T000000", "--quick-add-key", key, "cv25519", "encr", "never");
    gpg(home, options, "20250103T000000", "--quick-add-key", key, "cv25519", "encr", "never");
    return key;
  }

  private static void gpg(GnupgHome home, String[] options, String time, String... command) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--faked-system-time", time));
    all.addAll(List.of(command));
    home.gpg(new byte[0], all.toArray(String[]::new));
  }

  private static List<String> subkeys(GnupgHome home, String key) {
    assertThat(key).hasSize(40);
    return fingerprints(home, "sub");
  }

  private static List<String> fingerprints(GnupgHome home, String kind) {
    List<String> found = new ArrayList<>();
    boolean wanted = false;
    byte[] listed = home.gpg(new byte[0], "--with-colons", "--list-keys");
    for (String line : new String(listed, StandardCharsets.UTF_8).split("\n")) {
      String[] fields = line.split(":", -1);
      wanted = fields[0].equals("fpr") ? wanted : fields[0].equals(kind);
      if (wanted && fields[0].equals("fpr")) {
        found.add(fields[9]);
      }
    }
    return found;
  }

  private static String packets(GnupgHome home, WrappedKey wrapped) {
    byte[] message = wrapped.enc().getBytes(StandardCharsets.UTF_8);
    return new String(home.gpg(message, "--list-packets"), StandardCharsets.UTF_8);
  }

  private static GnupgHome home(String... keys) {
    return GnupgHome.shared(keys);
  }

  private TestWorld in(GnupgHome home) {
    return TestWorld.in(folder)
        .with("GNUPGHOME", home.path())
        .with("SOPS_GPG_EXEC", Peers.GPG.path().toString());
  }

  /** A program that runs a command first, and then gpg with more arguments. */
  private Path wrapper(String before, String arguments) throws IOException {
    Path file = Files.createTempFile(folder, "gpg", "");
    String gpg = "exec " + Peers.GPG.path() + " " + arguments + " \"$@\"\n";
    Files.writeString(file, "#!/bin/sh\n" + before + gpg);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private static WrappedKey wrap(String fingerprint, TestWorld world) {
    KeyProvider provider = new PgpKeyProvider();
    MasterKey key = provider.parse(fingerprint).get(0);
    return new WrappedKey(
        key, provider.wrap(SecretBytes.owning(SHARE.clone()), key, world.world()));
  }

  private static byte[] unwrapped(WrappedKey key, TestWorld world) {
    return new PgpKeyProvider().unwrap(key, world.world()).exposed();
  }

  private static SealconfException failure(ThrowingCallable call) {
    SealconfException failure = catchThrowableOfType(SealconfException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
