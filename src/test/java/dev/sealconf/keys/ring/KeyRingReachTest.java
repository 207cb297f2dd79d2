package dev.sealconf.keys.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.spi.KeyProvider;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a ring makes of keys in another place that only a file names. */
final class KeyRingReachTest {
  private static final byte[] DATA_KEY = new byte[32];

  static {
    Arrays.fill(DATA_KEY, (byte) 0x41);
  }

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "SEALCONF_ALLOWED_KEYS, all",
    "SEALCONF_ALLOWED_KEYS, 'other, arn:mine'",
    "SEALCONF_ALLOWED_KEYS, arn:*",
    "SEALCONF_ALLOWED_KEYS, 'none, arn:*'",
    "FAR_KEYS, arn:mine"
  })
  void aKeyInAnotherPlaceIsAskedIfTheEnvironmentNamesIt(String variable, String value) {
    RecordingProvider far = new RecordingProvider("far", 0).inAnotherPlace();
    WrappedKey mine = new WrappedKey(key("far", "arn:mine"), "41".repeat(32));

    ring(List.of(far), variable, value)
        .unwrap(List.of(new WrappedGroup(List.of(mine))), 0, "")
        .close();
    assertThat(far.asked).containsExactly("arn:mine");
  }

  @ParameterizedTest
  @CsvSource({"OTHER, all", "SEALCONF_ALLOWED_KEYS, arn:min", "FAR_KEYS, arn:other"})
  void aKeyInAnotherPlaceThatOnlyTheFileNamesIsLeftAlone(String variable, String value) {
    RecordingProvider far = new RecordingProvider("far", 0).inAnotherPlace();
    KeyRing ring = ring(List.of(far), variable, value);
    WrappedKey mine = new WrappedKey(key("far", "arn:mine"), "41".repeat(32));

    assertFailure(() -> ring.unwrap(List.of(new WrappedGroup(List.of(mine))), 0, ""))
        .hasMessageContaining("far 'arn:mine': not used: only the file names it")
        .hasMessageContaining("try: if you trust it: export SEALCONF_ALLOWED_KEYS='arn:mine'");
    assertFails(ExitCode.NO_DATA_KEY, () -> wrap(ring, 0, group(key("far", "arn:mine"))));
    assertThat(far.asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "false, 0"})
  void someoneAtTheTerminalMayLetAKeyInAnotherPlacePassAndIsAskedOnce(boolean answer, int asked) {
    RecordingProvider far = new RecordingProvider("far", 0).inAnotherPlace();
    TestWorld world = TestWorld.in(folder).withConsent(answer);
    KeyRing ring = new KeyRing(new KeyProviders(List.of(far)), world.world(), List.of());
    WrappedKey mine = new WrappedKey(key("far", "arn:mine"), "41".repeat(32));

    for (int i = 0; i < 2; i++) {
      try (SecretBytes opened = ring.unwrap(List.of(new WrappedGroup(List.of(mine))), 0, "")) {
        assertThat(answer).isTrue();
        assertThat(opened.exposed()).isEqualTo(DATA_KEY);
      } catch (SealconfException e) {
        assertThat(answer).isFalse();
      }
    }
    assertThat(far.asked).hasSize(asked);
  }

  @Test
  void anOwnerThatCantBeDeterminedNowIsAskedForAgain() {
    RecordingProvider far = new RecordingProvider("far", 0).inAnotherPlace();
    World world = TestWorld.in(folder).world();
    KeyRing ring = new KeyRing(new KeyProviders(List.of(far)), world, List.of());
    for (String name : List.of("unsure:a", "unsure:a", "foreign:b", "foreign:b")) {
      WrappedKey wrapped = new WrappedKey(key("far", name), "41".repeat(32));
      String why =
          name.startsWith("unsure") ? "its owner can't be determined: it is busy" : "it is";

      assertFailure(() -> ring.unwrap(List.of(new WrappedGroup(List.of(wrapped))), 0, ""))
          .hasMessageContaining("not used: only the file names it, and " + why);
    }
    assertThat(far.accountsAsked).containsExactly("unsure:a", "unsure:a", "foreign:b");
    assertThat(far.asked).isEmpty();
  }

  private static AbstractThrowableAssert<?, SealconfException> assertFailure(
      ThrowingCallable call) {
    return assertFails(ExitCode.NO_DATA_KEY, call);
  }

  private static AbstractThrowableAssert<?, SealconfException> assertFails(
      ExitCode code, ThrowingCallable call) {
    SealconfException failure = catchThrowableOfType(SealconfException.class, call);
    assertThat(failure).isNotNull();
    assertThat(ExitCode.of(failure)).isEqualTo(code);
    return assertThat(failure);
  }

  private KeyRing ring(List<KeyProvider> providers, String variable, String value) {
    World world = TestWorld.in(folder).with(variable, value).world();
    return new KeyRing(new KeyProviders(providers), world, List.of());
  }

  private static List<WrappedGroup> wrap(KeyRing ring, int threshold, KeyGroup... groups) {
    return ring.wrap(SecretBytes.owning(DATA_KEY.clone()), List.of(groups), threshold, "f");
  }

  private static KeyGroup group(MasterKey... keys) {
    return new KeyGroup(List.of(keys));
  }

  private static MasterKey key(String provider, String name) {
    return new MasterKey(provider, name, new TreeMap<>());
  }
}
