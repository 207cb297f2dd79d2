package dev.sealconf.keys.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.keys.spi.KeyProvider;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnProvidersTest {

  static List<String> ids() {
    return KeyProviders.ownIds();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void oneIsFoundByItsIdWithoutMakingAnother(String id) {
    OwnProviders providers = OwnProviders.installed();
    assertThat(providers.made()).isEmpty();
    assertThat(providers.named(id).map(KeyProvider::id)).contains(id);
    assertThat(providers.named(id)).isEqualTo(providers.named(id));
    assertThat(providers.made()).hasSize(1);
  }

  @Test
  void allAreTheSameInstances() {
    OwnProviders providers = OwnProviders.installed();
    KeyProvider age = providers.named("age").orElseThrow();
    assertThat(providers.all()).contains(age).hasSameSizeAs(KeyProviders.ownIds());
    assertThat(providers.made()).isEqualTo(providers.all());
  }

  @Test
  void anUnknownIdIsNone() {
    assertThat(OwnProviders.installed().named("nothing")).isEmpty();
    assertThat(OwnProviders.installed().named("AGE")).as("in upper case").isEmpty();
  }
}
