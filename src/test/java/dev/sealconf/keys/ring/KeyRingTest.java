package dev.sealconf.keys.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.Location;
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
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyRingTest {
  private static final byte[] DATA_KEY = new byte[32];

  static {
    Arrays.fill(DATA_KEY, (byte) 0x41);
  }

  @TempDir Path folder;

  private final RecordingProvider one = new RecordingProvider("one", 1);
  private final RecordingProvider two = new RecordingProvider("two", 2);

  @Test
  void theFirstKeyThatFitsOpensAGroup() {
    KeyRing ring = ring();
    List<WrappedGroup> wrapped = wrap(ring, 0, group(key("two", "good"), key("one", "locked")));

    try (SecretBytes key = ring.unwrap(wrapped, 0, "")) {
      assertThat(key.exposed()).isEqualTo(DATA_KEY);
    }
    assertThat(one.asked).containsExactly("locked");
    assertThat(two.asked).containsExactly("good");
  }

  @Test
  void keysAreTriedInTheGivenOrderThenInTheOrderOfTheFile() {
    KeyRing ring = ring("two");
    List<WrappedGroup> wrapped =
        wrap(ring, 0, group(key("one", "locked"), key("two", "locked"), key("one", "good")));

    ring.unwrap(wrapped, 0, "").close();

    assertThat(two.asked).containsExactly("locked");
    assertThat(one.asked).containsExactly("locked", "good");
  }

  @ParameterizedTest
  @CsvSource({"2,2", "3,2", "3,0", "3,3", "5,4"})
  void severalGroupsEachHoldAShare(int groups, int threshold) {
    KeyRing ring = ring();
    KeyGroup[] all =
        IntStream.range(0, groups)
            .mapToObj(i -> group(key("one", "k" + i)))
            .toArray(KeyGroup[]::new);
    List<WrappedGroup> wrapped = wrap(ring, threshold, all);

    assertThat(wrapped.get(0).keys().get(0).enc()).hasSize(2 * 33);
    try (SecretBytes key = ring().unwrap(wrapped, threshold, "")) {
      assertThat(key.exposed()).isEqualTo(DATA_KEY);
    }
  }

  @Test
  void opensWithEnoughGroups() {
    KeyRing ring = ring();
    List<WrappedGroup> wrapped =
        wrap(ring, 2, group(key("one", "a")), group(key("one", "locked")), group(key("two", "b")));

    try (SecretBytes key = ring.unwrap(wrapped, 2, "")) {
      assertThat(key.exposed()).isEqualTo(DATA_KEY);
    }
    assertFailure(() -> ring.unwrap(wrapped, 3, ""))
        .hasMessageContaining("2 of 3 key groups could be opened, 3 are needed")
        .hasMessageContaining("group 2, one 'locked': it is locked");
    assertFailure(() -> ring.unwrap(wrapped, 0, "")).hasMessageContaining("3 are needed");
  }

  @Test
  void theFailureNamesEveryKeyAndThoseWithoutAProvider() {
    KeyRing ring = ring();
    WrappedKey foreign = new WrappedKey(key("kms", "arn:\u001b[31m"), "AAAA");
    List<WrappedGroup> wrapped =
        List.of(
            new WrappedGroup(
                List.of(
                    foreign,
                    new WrappedKey(key("one", "locked"), "41"),
                    new WrappedKey(key("two", "locked"), "41"))));

    assertFailure(() -> ring.unwrap(wrapped, 0, ""))
        .hasMessageStartingWith(
            "failed to get the data key of the file: none of your keys can decrypt it\n")
        .hasMessageContaining("kms 'arn:\\u{1b}[31m': sealconf has no provider for 'kms'")
        .hasMessageContaining("one 'locked': it is locked")
        .hasMessageContaining("two 'locked': it is locked")
        .hasMessageContaining("\n      try: unlock it");
  }

  @Test
  void eachWrappedKeyIsTriedOncePerRun() {
    KeyRing ring = ring();
    List<WrappedGroup> wrapped = wrap(ring, 0, group(key("one", "locked"), key("two", "good")));

    IntStream.range(0, 50).parallel().forEach(i -> ring.unwrap(wrapped, 0, "").close());

    assertThat(one.asked).hasSize(1);
    assertThat(two.asked).hasSize(1);
  }

  @Test
  void aKeyThatCantWrapIsNamedWithTheFile() {
    SealconfException failure =
        catchThrowableOfType(
            SealconfException.class,
            () ->
                ring()
                    .wrap(
                        SecretBytes.owning(DATA_KEY.clone()),
                        List.of(group(key("one", "good"), key("other", "k"))),
                        0,
                        "app.yaml"));

    assertThat(failure)
        .hasMessage("can't encrypt for other 'k': sealconf has no provider for 'other'");
    assertThat(failure.location()).hasValue(Location.of("app.yaml"));
  }

  @Test
  void closingACopyDoesNotAffectTheOthers() {
    KeyRing ring = ring();
    List<WrappedGroup> wrapped = wrap(ring, 0, group(key("one", "good")));
    ring.unwrap(wrapped, 0, "").close();

    try (SecretBytes again = ring.unwrap(wrapped, 0, "")) {
      assertThat(again.exposed()).isEqualTo(DATA_KEY);
    }
  }

  @Test
  void aKeyOfTheWrongLengthIsRefused() {
    WrappedKey shortKey = new WrappedKey(key("one", "good"), "0102");

    assertFailure(() -> ring().unwrap(List.of(new WrappedGroup(List.of(shortKey))), 0, ""))
        .hasMessageContaining("it has 2 bytes, not 32");
  }

  @Test
  void sharesThatDoNotBelongTogetherAreRefused() {
    WrappedKey a = new WrappedKey(key("one", "a"), "0101");
    WrappedKey b = new WrappedKey(key("one", "b"), "0201");
    List<WrappedGroup> groups = List.of(new WrappedGroup(List.of(a)), new WrappedGroup(List.of(b)));

    assertFailure(() -> ring().unwrap(groups, 0, "")).hasMessageContaining("don't belong together");
  }

  @Test
  void localKeysAreTriedBeforeTheNetwork() {
    RecordingProvider far = new RecordingProvider("far", 0).inAnotherPlace();
    KeyRing ring = ring(List.of(far, one), "SEALCONF_ALLOWED_KEYS", "all");
    List<WrappedGroup> wrapped =
        wrap(
            ring,
            2,
            group(key("far", "a"), key("one", "locked")),
            group(key("one", "b"), key("far", "b")),
            group(key("one", "c")));

    ring.unwrap(wrapped, 2, "").close();
    assertThat(far.asked).isEmpty();
    ring.unwrap(wrapped, 3, "").close();
    assertThat(far.asked).containsExactly("a");
  }

  @Test
  void nothingIsWrappedForNoOne() {
    assertRefused(0).hasMessage("no key to encrypt for");
    assertRefused(0, group()).hasMessage("key group 1 of 1 has no key");
    assertRefused(0, group(key("one", "a")), group()).hasMessage("key group 2 of 2 has no key");
    assertRefused(0, group(key("kms", "arn"))).hasMessageContaining("no provider for 'kms'");
  }

  @ParameterizedTest
  @CsvSource({"1", "3", "-1"})
  void impossibleThresholdsAreRefused(int threshold) {
    assertRefused(threshold, group(key("one", "a")), group(key("one", "b")))
        .hasMessageContaining("of which " + threshold + " are needed");
  }

  private AbstractThrowableAssert<?, SealconfException> assertRefused(
      int threshold, KeyGroup... groups) {
    return assertFails(ExitCode.GENERIC, () -> wrap(ring(), threshold, groups));
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

  private KeyRing ring(String... order) {
    World world = TestWorld.in(folder).world();
    return new KeyRing(new KeyProviders(List.of(one, two)), world, List.of(order));
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
