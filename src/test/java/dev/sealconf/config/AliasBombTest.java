package dev.sealconf.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A configuration file of a few lines must not cost more than one of a megabyte. */
class AliasBombTest {

  private static ConfigFile parse(String text) {
    return ConfigFile.parse(
        Path.of("/repo/.sops.yaml"), ".sops.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(SealconfException.class)
        .hasMessage("the aliases expand to more than 4 MiB of settings");
  }

  @Test
  void refusesListsOfListsOfAliases() {
    StringBuilder text = new StringBuilder("x0: &x0 [age1a]\n");
    for (int i = 1; i < 9; i++) {
      String items = ("*x" + (i - 1) + ", ").repeat(10);
      text.append("x%d: &x%d [%s]\n".formatted(i, i, items));
    }
    assertRefused(text + "creation_rules:\n  - age: *x8\n");
  }

  @Test
  void refusesMapsThatMergeEachOther() {
    StringBuilder text = new StringBuilder("m0: &m0 {age: age1a}\n");
    for (int i = 1; i < 3000; i++) {
      text.append("m%d: &m%d\n  <<: *m%d\n  k%d: 1\n".formatted(i, i, i - 1, i));
    }
    assertRefused(text + "creation_rules:\n  - *m2999\n");
  }

  @Test
  void refusesOneLongPatternInManyRules() {
    String rule = "r: &r {path_regex: '(" + ".*x|".repeat(3000) + "y)', age: age1a}\n";
    assertRefused(rule + "creation_rules:\n" + "  - *r\n".repeat(1000));
  }

  @Test
  void acceptsARecipientThatManyRulesShare() {
    StringBuilder text = new StringBuilder("a: &a " + "age1a".repeat(12) + "\ncreation_rules:\n");
    for (int i = 0; i < 5000; i++) {
      text.append("  - path_regex: ^folder%d/\n    age: *a\n".formatted(i));
    }
    assertThatCode(() -> parse(text.toString())).doesNotThrowAnyException();
  }
}
