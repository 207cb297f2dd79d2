package dev.sealconf.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.ProviderSamples.Sample;
import dev.sealconf.keys.fakes.ServiceFake;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.KeyProvider;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every key provider does, shown with the data under {@code testdata/providers/ID}. */
final class KeyProviderContractTest {
  private static final Map<String, Optional<ServiceFake>> SERVICES = new HashMap<>();

  @TempDir Path folder;

  @AfterAll
  static void close() {
    SERVICES.values().forEach(service -> service.ifPresent(ServiceFake::close));
    SERVICES.clear();
  }

  /** A new instance for each test, as for each run; one without samples fails every test. */
  static Stream<KeyProvider> providers() {
    return KeyProviders.installed().all().stream();
  }

  @Test
  void idsRanksAndFlagsAreDistinct() {
    List<KeyProvider> all = providers().toList();

    assertThat(all).hasSizeGreaterThanOrEqualTo(2);
    assertThat(all)
        .extracting(KeyProvider::id)
        .doesNotHaveDuplicates()
        .allMatch(i -> i.matches("[a-z_]+"));
    assertThat(all).extracting(KeyProvider::rank).doesNotHaveDuplicates().isSorted();
    assertThat(all.stream().flatMap(p -> p.flag().names().stream()).toList())
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("-[a-z]|--[a-z-]+"));
    assertThat(all).extracting(p -> p.flag().environment()).doesNotHaveDuplicates();
    assertThat(all).extracting(p -> p.flag().configField()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void unwrapsWhatItWrapped(KeyProvider provider) {
    ProviderSamples samples = samples(provider);
    World world = samples.holder(folder).world();
    for (int length : new int[] {32, 33}) {
      byte[] share = share(length);
      WrappedKey wrapped = wrap(provider, samples, share, world);

      try (SecretBytes unwrapped = provider.unwrap(wrapped, world)) {
        assertThat(unwrapped.exposed()).isEqualTo(share);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void neverWrapsTheSameTwice(KeyProvider provider) {
    ProviderSamples samples = samples(provider);
    World world = samples.holder(folder).world();

    assertThat(wrap(provider, samples, share(32), world).enc())
        .isNotEqualTo(wrap(provider, samples, share(32), world).enc());
  }

  @ParameterizedTest
  @MethodSource("providers")
  void readsTheFieldsThatItWrites(KeyProvider provider) {
    ProviderSamples samples = samples(provider);
    MasterKey parsed = provider.parse(samples.recipient()).get(0);
    MasterKey complete = provider.complete(parsed, samples.holder(folder).world());

    assertThat(complete.provider()).isEqualTo(provider.id());
    assertThat(complete.name()).isEqualTo(parsed.name());
    assertThat(complete.fields()).containsAllEntriesOf(parsed.fields()).doesNotContainKey("enc");
    assertThat(provider.read(complete.fields())).isEqualTo(complete);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void readsListsWithSpacesAndEmptyItems(KeyProvider provider) {
    String recipient = samples(provider).recipient();

    assertThat(provider.parse(" " + recipient + "\u2003,\n,\t" + recipient + ","))
        .extracting(MasterKey::name)
        .containsExactly(recipient, recipient);
    assertThat(provider.parse("")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void refusesMalformedRecipients(KeyProvider provider) {
    List<String> malformed = samples(provider).malformed();

    assertThat(malformed).isNotEmpty();
    for (String recipient : malformed) {
      SealconfException failure = fails(() -> provider.parse(recipient));
      assertThat(failure.getMessage()).isNotEmpty().doesNotContain("\n", "\u001b");
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void opensWhatOthersHaveWrapped(KeyProvider provider) {
    ProviderSamples samples = samples(provider);
    World world = samples.holder(folder).world();

    assertThat(samples.wrapped()).isNotEmpty();
    for (Sample sample : samples.wrapped()) {
      try (SecretBytes share = provider.unwrap(sample.key(provider), world)) {
        assertThat(share.exposed()).as(sample.made()).isEqualTo(sample.plaintext());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void saysWhereItLookedWhenThereIsNoIdentity(KeyProvider provider) {
    ProviderSamples samples = samples(provider);
    Sample sample = samples.wrapped().get(0);
    World nobody = samples.noOne(folder).world();
    SealconfException failure = fails(() -> provider.unwrap(sample.key(provider), nobody));

    assertThat(failure.getMessage()).contains(samples.noOneLooksIn(folder));
    assertThat(failure.hints()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void namesEveryPlaceIfTheIdentityDoesNotFit(KeyProvider provider) {
    ProviderSamples samples = samples(provider);
    WrappedKey sample = samples.wrapped().get(0).key(provider);
    World stranger = samples.stranger(folder).world();
    SealconfException failure = fails(() -> provider.unwrap(sample, stranger));

    assertThat(failure.getMessage()).contains(samples.looksIn());
    assertThat(failure.getMessage() + failure.hints()).doesNotContain(samples.secrets());
  }

  @ParameterizedTest
  @MethodSource("providers")
  void aChangedCharacterNeverYieldsAnotherKey(KeyProvider provider) {
    ProviderSamples samples = samples(provider);
    World world = samples.holder(folder).world();
    byte[] share = share(32);
    WrappedKey wrapped = wrap(provider, samples, share, world);
    int refused = 0;
    for (int at = 0; at < wrapped.enc().length(); at++) {
      char changed = wrapped.enc().charAt(at) == 'A' ? 'B' : 'A';
      String enc = wrapped.enc().substring(0, at) + changed + wrapped.enc().substring(at + 1);
      try (SecretBytes opened = provider.unwrap(new WrappedKey(wrapped.masterKey(), enc), world)) {
        assertThat(opened.exposed()).isEqualTo(share);
      } catch (SealconfException e) {
        refused++;
        assertThat(e.getMessage() + e.hints()).doesNotContain(secretForms(share));
      }
    }
    assertThat(refused).isGreaterThan(wrapped.enc().length() * 9 / 10);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void refusesWhatIsNotAWrappedKey(KeyProvider provider) {
    ProviderSamples samples = samples(provider);
    World world = samples.holder(folder).world();
    MasterKey key = provider.parse(samples.recipient()).get(0);

    for (String enc : new String[] {"", "x", "AAAA", "\u0000", "-----BEGIN AGE", "é".repeat(99)}) {
      fails(() -> provider.unwrap(new WrappedKey(key, enc), world));
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void worksFromSeveralThreads(KeyProvider provider) {
    ProviderSamples samples = samples(provider);
    World world = samples.holder(folder).world();
    byte[] share = share(32);

    long same =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(i -> provider.unwrap(wrap(provider, samples, share, world), world))
            .filter(
                opened ->
                    HexFormat.of()
                        .formatHex(opened.exposed())
                        .equals(HexFormat.of().formatHex(share)))
            .count();

    assertThat(same).isEqualTo(40);
  }

  private static ProviderSamples samples(KeyProvider provider) {
    return ProviderSamples.of(provider, SERVICES.computeIfAbsent(provider.id(), ServiceFake::of));
  }

  private static WrappedKey wrap(
      KeyProvider provider, ProviderSamples samples, byte[] share, World world) {
    MasterKey key = provider.complete(provider.parse(samples.recipient()).get(0), world);
    return new WrappedKey(key, provider.wrap(SecretBytes.owning(share.clone()), key, world));
  }

  private static SealconfException fails(ThrowingCallable call) {
    SealconfException failure = catchThrowableOfType(SealconfException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }

  private static String[] secretForms(byte[] share) {
    return new String[] {
      HexFormat.of().formatHex(share), Base64.getEncoder().withoutPadding().encodeToString(share)
    };
  }

  private static byte[] share(int length) {
    byte[] share = new byte[length];
    new Random(length).nextBytes(share);
    return share;
  }
}
