package dev.sealconf.keys.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.fakes.KmsFake;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyProtection;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.MadeKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where keysets are looked for, and what is made of them. */
final class TinkKeyProviderTest {
  private static final Path KEYS = Path.of("testdata/keys").toAbsolutePath();

  @TempDir Path folder;

  private final KeyProvider provider = new TinkKeyProvider();

  @Test
  void rotatingTheKeysetKeepsOldFilesReadable() {
    WrappedKey old = wrapped(new TinkKeyProvider(), with("tink-old.json").world());
    World rotated = with("tink-rotated.json").world();
    WrappedKey fresh = wrapped(provider, rotated);

    assertThat(fresh.masterKey().fields().get("key_id"))
        .isNotEqualTo(old.masterKey().fields().get("key_id"));
    provider.unwrap(old, rotated).close();
    provider.unwrap(fresh, rotated).close();
  }

  @Test
  void asksTheServiceOfAnEncryptedKeysetAgainAfterItWasBusy() {
    try (KmsFake kms = new KmsFake()) {
      TestWorld machine = TestWorld.in(folder);
      kms.holder().forEach(machine::with);
      World world = machine.world();
      KeyProtection byService = new KeyProtection.ByService("aws-kms://" + KmsFake.KEY);
      provider.keeper().orElseThrow().create("team", byService, world);
      WrappedKey wrapped = wrapped(new TinkKeyProvider(), world);

      kms.throttle(Integer.MAX_VALUE);
      assertThat(failure(() -> provider.unwrap(wrapped, world)).isTemporary()).isTrue();
      kms.throttle(0);
      provider.unwrap(wrapped, world).close();
      int calls = kms.calls().size();
      provider.unwrap(wrapped, world).close();
      assertThat(kms.calls()).as("an open keyset is kept").hasSize(calls);
    }
  }

  @Test
  void saysThatTheKeysetLacksTheKey() {
    WrappedKey fresh = wrapped(new TinkKeyProvider(), with("tink-rotated.json").world());
    SealconfException failure =
        failure(() -> provider.unwrap(fresh, with("tink-old.json").world()));

    assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.NO_DATA_KEY);
    assertThat(failure).hasMessageContaining("tink-old.json' (it lacks the key)");
  }

  @Test
  void writesTheKeyAndTheTimeButKeepsAnOlderTime() {
    World world = with("tink-old.json").world();
    MasterKey complete = provider.complete(provider.parse("team").get(0), world);
    MasterKey later =
        provider.complete(complete, with("tink-rotated.json").at(Instant.EPOCH).world());

    assertThat(complete.fields().keySet()).containsExactly("created_at", "key_id", "keyset");
    assertThat(complete.fields())
        .containsEntry("created_at", new Field.Text("2026-01-02T03:04:05Z"))
        .containsEntry("keyset", new Field.Text("team"));
    assertThat(later.fields().get("created_at")).isEqualTo(complete.fields().get("created_at"));
  }

  @Test
  void usesTheKeysetOfThatNameInTheUsersFolder() throws IOException {
    Path file = folder.resolve("home/.config/sealconf/tink/team.json");
    Files.createDirectories(file.getParent());
    Files.copy(KEYS.resolve("tink-old.json"), file);
    World world = TestWorld.in(folder).world();

    provider.unwrap(wrapped(provider, world), world).close();
    assertThat(failure(() -> provider.complete(provider.parse("other").get(0), world)))
        .hasMessageStartingWith("no Tink keyset 'other'; looked in ")
        .hasMessageContaining("sealconf/tink/other.json' (does not exist)");
  }

  @Test
  void asksOnceForThePassphraseOfALockedKeyset() {
    TestWorld world = with("tink-locked.age").withSecrets("correct horse");
    World one = world.world();

    provider.unwrap(wrapped(provider, one), one).close();
    assertThat(world.prompts())
        .containsExactly("Enter passphrase for keyset '" + KEYS.resolve("tink-locked.age") + "':");
  }

  @Test
  void saysWhyAKeysetCannotBeUsed() {
    assertThat(refused(with("tink-locked.age").withSecrets("wrong")))
        .contains("(the passphrase is wrong)");
    assertThat(refused(with("tink-locked.age"))).contains("there is no terminal to ask for it");
    assertThat(refused(keyset("{\"encryptedKeyset\":\"AAAA\"}")))
        .contains(
            "SEALCONF_TINK_KEYSET (encrypted by a key service, but the file doesn't say with which"
                + " key)");
    for (String broken : new String[] {"{", "[]", "null", "{\"key\":[]}", "secret"}) {
      assertThat(refused(keyset(broken)))
          .contains("SEALCONF_TINK_KEYSET (not a Tink keyset for authenticated encryption)")
          .doesNotContain("secret");
    }
  }

  @Test
  void aKeysetNameFromAFileCannotLeaveTheFolder() {
    TreeMap<String, Field> fields = new TreeMap<>();
    fields.put("keyset", new Field.Text("../../../etc/passwd"));
    WrappedKey hostile = new WrappedKey(provider.read(fields), "AAAA");

    assertThat(failure(() -> provider.unwrap(hostile, TestWorld.in(folder).world())))
        .hasMessage("'../../../etc/passwd' can't be the name of a Tink keyset");
  }

  @Test
  void countsAKeysetAsInAnotherPlaceOnlyIfAKeyServiceHasToOpenIt() throws IOException {
    Path file = folder.resolve("home/.config/sealconf/tink/team.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"encryptedKeyset\":\"AAAA\"}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThat(asksNetwork("team", TestWorld.in(folder))).isTrue();
    assertThat(asksNetwork("other", TestWorld.in(folder))).isFalse();
    assertThat(asksNetwork("../tink/team", TestWorld.in(folder))).isFalse();
    assertThat(asksNetwork("team", with("tink-old.json"))).isFalse();
    assertThat(asksNetwork("team", keyset("{\"encryptedKeyset\":\"AAAA\"}"))).isTrue();
  }

  private static boolean asksNetwork(String name, TestWorld world) {
    TreeMap<String, Field> fields = new TreeMap<>();
    fields.put("keyset", new Field.Text(name));
    KeyProvider fresh = new TinkKeyProvider();
    return fresh.asksNetwork(fresh.read(fields), world.world());
  }

  @Test
  void makesAKeysetAndNeverOverwritesIt() throws IOException {
    World world = TestWorld.in(folder).world();
    MadeKey made = provider.maker().orElseThrow().make(world);
    byte[] keyset = Files.readAllBytes(made.file());
    MadeKey again = provider.maker().orElseThrow().make(world);

    assertThat(made.file()).isEqualTo(folder.resolve("home/.config/sealconf/tink/default.json"));
    assertThat(again).isEqualTo(new MadeKey("default", made.file(), true));
    assertThat(made.file()).hasBinaryContent(keyset);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.file())))
        .isEqualTo("rw-------");
    MasterKey key = provider.complete(provider.parse(made.recipient()).get(0), world);
    assertThat(provider.wrap(SecretBytes.owning(new byte[32]), key, world)).isNotEmpty();
  }

  private String refused(TestWorld world) {
    World one = world.world();
    KeyProvider fresh = new TinkKeyProvider();
    return failure(() -> fresh.complete(fresh.parse("team").get(0), one)).getMessage();
  }

  private TestWorld with(String file) {
    return TestWorld.in(folder).with("SEALCONF_TINK_KEYSET_FILE", KEYS.resolve(file).toString());
  }

  private TestWorld keyset(String json) {
    return TestWorld.in(folder).with("SEALCONF_TINK_KEYSET", json);
  }

  private static WrappedKey wrapped(KeyProvider provider, World world) {
    MasterKey key = provider.complete(provider.parse("team").get(0), world);
    return new WrappedKey(key, provider.wrap(SecretBytes.owning(new byte[32]), key, world));
  }

  private static SealconfException failure(ThrowingCallable call) {
    SealconfException failure = catchThrowableOfType(SealconfException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
