package dev.sealconf.keys.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.KeyProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys in another place may be asked, by who names them and whose they are. */
final class ReachTest {
  private static final String FILE = "app.yaml";

  @TempDir Path folder;

  private final RecordingProvider far = new RecordingProvider("far", 1).inAnotherPlace();
  private final List<String> log = new ArrayList<>();

  /** Rules for files by their names, and one that is for none of them. */
  private record Rules(Map<String, String> byFile, String unrelated) implements NamedKeys {
    @Override
    public List<MasterKey> byFlags() {
      return List.of();
    }

    @Override
    public List<MasterKey> byRules() {
      List<MasterKey> keys = new ArrayList<>(List.of(key(unrelated)));
      byFile.values().forEach(name -> keys.add(key(name)));
      return keys;
    }

    @Override
    public List<MasterKey> byRuleFor(String file, KeyProvider provider) {
      return byFile.containsKey(file) ? List.of(key(byFile.get(file))) : List.of();
    }
  }

  @Test
  void aKeyInTheUsersOwnAccountIsUsedToUnwrapButNotToWrap() {
    Reach reach = reach(NamedKeys.NONE);

    reach.requireToUnwrap(far, key("own:a"), FILE);
    assertRefused(() -> reach.requireToWrap(far, key("own:a")))
        .hasMessageContaining("only the file names it, and neither .sops.yaml nor the environment");
  }

  @Test
  void reportsEachKeyUsedForThisReasonOnce() {
    Reach reach = reach(NamedKeys.NONE);

    reach.requireToUnwrap(far, key("own:a"), FILE);
    reach.requireToUnwrap(far, key("own:a"), "other.yaml");
    assertThat(log)
        .containsExactly(
            "asking far 'own:a': only the file names it, and it is in your own account");
  }

  @Test
  void aKeyInAnotherAccountIsNotUsedAndTheMessageSaysWhy() {
    assertRefused(() -> reach(NamedKeys.NONE).requireToUnwrap(far, key("foreign:a"), FILE))
        .hasMessage("not used: only the file names it, and it is in another account");
    assertThat(log).isEmpty();
  }

  @Test
  void onlyTheKeysOfTheRuleForAFileAreUsed() {
    Reach reach = reach(new Rules(Map.of(FILE, "foreign:ours"), "foreign:theirs"));

    reach.requireToUnwrap(far, key("foreign:ours"), FILE);
    assertRefused(() -> reach.requireToUnwrap(far, key("own:a"), FILE))
        .hasMessageEndingWith("its creation rule lists other keys");
    assertRefused(() -> reach.requireToUnwrap(far, key("foreign:theirs"), FILE));
    reach.requireToUnwrap(far, key("own:a"), "without-a-rule.yaml");
    assertRefused(() -> reach.requireToUnwrap(far, key("foreign:ours"), "without-a-rule.yaml"));
    reach.requireToWrap(far, key("foreign:theirs"));
  }

  @Test
  void everyRuleAppliesToInputWithoutAName() {
    Reach reach = reach(new Rules(Map.of(FILE, "foreign:ours"), "foreign:theirs"));

    reach.requireToUnwrap(far, key("foreign:theirs"), "");
    reach.requireToUnwrap(far, key("own:a"), "");
  }

  @Test
  void rulesAreNotEnoughIfTheNameOfAKeyIsAHost() {
    Reach reach = reach(new Rules(Map.of(FILE, "foreign:ours"), "foreign:theirs"));
    RecordingProvider vault = far.doubtingRules();

    assertRefused(() -> reach.requireToUnwrap(vault, key("foreign:ours"), FILE));
    assertRefused(() -> reach.requireToUnwrap(vault, key("foreign:ours"), ""));
    assertRefused(() -> reach.requireToWrap(vault, key("foreign:ours")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", " none ", "other,none", "none , other"})
  void noneForbidsEvenTheUsersOwnAccount(String list) {
    Reach reach = reach(TestWorld.in(folder).with(Reach.VARIABLE, list), NamedKeys.NONE);

    assertRefused(() -> reach.requireToUnwrap(far, key("own:a"), FILE));
  }

  @ParameterizedTest
  @CsvSource({
    "far:a*, far:ab, true",
    "far:a*, far:ab+role, false",
    "far:ab, far:ab+role, false",
    "far:ab+role, far:ab+role, true",
    "'x, far:ab+role|k:v,l:w', 'far:ab+role|k:v,l:w', true",
    "all, far:ab+role, true",
    "*, far:ab, false",
    "https://vault.example*, https://vault.example.evil/v1/k, false",
    "https://vault.example*, https://vault.example/v1/k, false",
    "https://vault.example/*, https://vault.example/v1/k, true",
    "https://vault.example/*, https://vault.example@evil/v1/k, false",
    "https:*, https://vault.example/v1/k, false",
  })
  void patternsAllowNoMoreThanTheySay(String list, String name, boolean allowed) {
    Reach reach = reach(TestWorld.in(folder).with(Reach.VARIABLE, list), NamedKeys.NONE);

    if (allowed) {
      reach.requireToUnwrap(far, key(name), FILE);
      reach.requireToWrap(far, key(name));
    } else {
      assertRefused(() -> reach.requireToUnwrap(far, key(name), FILE));
      assertRefused(() -> reach.requireToWrap(far, key(name)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", " all", "none", "a,all", "far:*"})
  void aHintAllowsOnlyThatOneKey(String name) {
    assertRefused(() -> reach(NamedKeys.NONE).requireToUnwrap(far, key(name), FILE))
        .satisfies(e -> assertThat(((SealconfException) e).hints()).isEmpty());
  }

  @Test
  void aKeyServiceUsesNoKeyJustBecauseItIsInItsAccount() {
    Reach reach = Reach.ofService(TestWorld.in(folder).world(), NamedKeys.NONE, false);

    assertRefused(() -> reach.requireToUnwrap(far, key("own:a"), ""))
        .hasMessageContaining("the environment of the key service");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOf(SealconfException.class)
        .hasMessageStartingWith("not used: ");
  }

  private Reach reach(NamedKeys named) {
    return reach(TestWorld.in(folder), named);
  }

  private Reach reach(TestWorld world, NamedKeys named) {
    return new Reach(world.world(), named, log::add);
  }

  private static MasterKey key(String name) {
    return new MasterKey("far", name, new TreeMap<>());
  }
}
