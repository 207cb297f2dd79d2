package dev.sealconf.operation.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.ring.KeyProviders;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyMatcherTest {
  private static final KeyProviders PROVIDERS = KeyProviders.installed();
  private static final String KEY = "https://team.vault.azure.net/keys/sops";

  private final KeyMatcher meant = new KeyMatcher(PROVIDERS);

  @Test
  void aKeyWithoutAVersionMatchesTheVersionInTheFile() {
    assertThat(meant.among(List.of(azure(KEY)), azure(KEY + "/v1"))).isTrue();
    assertThat(meant.among(List.of(azure(KEY + "/v2")), azure(KEY + "/v1"))).isFalse();
    assertThat(meant.has(List.of(azure(KEY + "/v1")), azure(KEY))).isTrue();
    assertThat(meant.has(List.of(azure(KEY)), azure(KEY + "/v1"))).isFalse();
  }

  @Test
  void aRuleWithoutAVersionChangesNothing() {
    Metadata metadata = sealedFor(azure(KEY + "/v1"));
    List<KeyGroup> rule = List.of(new KeyGroup(List.of(azure(KEY))));
    assertThat(GroupChange.of(metadata, meant.settled(rule, metadata), 0).isEmpty()).isTrue();
    assertThat(GroupChange.of(metadata, rule, 0).isEmpty()).isFalse();
  }

  @Test
  void aGroupThatTheFileDoesNotHaveIsNotChanged() {
    List<KeyGroup> rule =
        List.of(new KeyGroup(List.of(azure(KEY))), new KeyGroup(List.of(azure(KEY))));
    Metadata metadata = sealedFor(azure(KEY + "/v1"));
    assertThat(meant.settled(rule, metadata).get(1)).isEqualTo(rule.get(1));
  }

  private static MasterKey azure(String address) {
    return PROVIDERS.named("azure_kv").orElseThrow().parse(address).get(0);
  }

  private static Metadata sealedFor(MasterKey key) {
    WrappedGroup group = new WrappedGroup(List.of(new WrappedKey(key, "wrapped")));
    Terms terms = new Terms(List.of(), 0, Selection.DEFAULT, false, Terms.SealPolicy.ALWAYS);
    return new Metadata(List.of(group), terms, "", "", "3.13.3", Optional.empty());
  }
}
