package dev.sealconf.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.Indent;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
  private static final Path FILE = Path.of("/repo/.sops.yaml");

  private static ConfigFile config(String... lines) {
    String text = String.join("\n", lines);
    return ConfigFile.parse(FILE, ".sops.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static CreationRule rule(ConfigFile config, String file) {
    return config.ruleFor(Path.of(file)).orElseThrow();
  }

  private static List<List<String>> names(CreationRule rule) {
    return rule.groups(FakeProvider.ONLY).stream()
        .map(KeyGroup::masterKeys)
        .map(keys -> keys.stream().map(MasterKey::name).toList())
        .toList();
  }

  private static void assertFails(ExitCode code, String place, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            SealconfException.class,
            e -> {
              assertThat(ExitCode.of(e)).isEqualTo(code);
              assertThat(e.location()).hasToString("Optional[" + place + "]");
            });
  }

  @Test
  void usesTheFirstRuleThatMatchesThePathBelowItsFolder() {
    ConfigFile config =
        config(
            "creation_rules:",
            "  - path_regex: ^prod/",
            "    age: age1a",
            "  - path_regex: \\.yaml$",
            "    age: age1b");
    assertThat(rule(config, "/repo/prod/x.yaml").number()).isEqualTo(1);
    assertThat(rule(config, "/repo/x/prod/x.yaml").number()).isEqualTo(2);
    assertThat(rule(config, "/elsewhere/x.yaml").number()).isEqualTo(2);
  }

  @Test
  void matchesTheAbsolutePathOfAFileInAnotherPlace() {
    ConfigFile config = config("creation_rules: [{path_regex: ^/elsewhere/, age: age1a}]");
    assertThat(rule(config, "/elsewhere/x").number()).isEqualTo(1);
    assertFails(ExitCode.GENERIC, ".sops.yaml", () -> config.ruleFor(Path.of("/repo/elsewhere/x")));
  }

  @Test
  void aFileWithoutTheSectionHasNoRule() {
    assertThat(config("").ruleFor(Path.of("/repo/x"))).isEmpty();
    assertThat(config("creation_rules:").ruleFor(Path.of("/repo/x"))).isEmpty();
    assertThat(config("stores: {}").ruleFor(Path.of("/repo/x"))).isEmpty();
  }

  @Test
  void refusesAFileThatNoRuleMatches() {
    assertFails(
        ExitCode.GENERIC,
        ".sops.yaml",
        () -> config("creation_rules: []").ruleFor(Path.of("/repo/x")));
  }

  @Test
  void refusesABadPatternOfAnyRuleBeforeAnythingIsDone() {
    ConfigFile config =
        config("creation_rules:", "  - age: age1a", "  - path_regex: '('", "    age: age1b");
    assertFails(ExitCode.INVALID_CONFIG, ".sops.yaml:3:17", () -> rule(config, "/repo/x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "encrypted_regex",
        "unencrypted_regex",
        "encrypted_comment_regex",
        "unencrypted_comment_regex"
      })
  void refusesABadPatternThatSelectsValues(String field) {
    ConfigFile config = config("creation_rules:", "  - " + field + ": '(?=x)'", "    age: age1a");
    assertThatThrownBy(() -> rule(config, "/repo/x"))
        .hasMessage(field + " of rule 1 is not a valid pattern");
  }

  @Test
  void readsKeysFromACommaListAFoldedTextAndAList() {
    ConfigFile config =
        config(
            "creation_rules:",
            "  - {path_regex: comma, age: 'age1a, ,age1b,'}",
            "  - path_regex: folded",
            "    age: >-",
            "      age1a,",
            "      age1b",
            "  - {path_regex: list, age: [age1a, 'age1b,age1c']}");
    assertThat(names(rule(config, "/repo/comma"))).isEqualTo(List.of(List.of("age1a", "age1b")));
    assertThat(names(rule(config, "/repo/folded"))).isEqualTo(List.of(List.of("age1a", "age1b")));
    assertThat(names(rule(config, "/repo/list")))
        .isEqualTo(List.of(List.of("age1a", "age1b", "age1c")));
  }

  @Test
  void mergesGroupsFirstAndDropsDuplicates() {
    ConfigFile config =
        config(
            "creation_rules:",
            "  - age: age1ignored",
            "    shamir_threshold: 2",
            "    key_groups:",
            "      - merge:",
            "          - merge: [{age: [age1a]}]",
            "            age: [age1b]",
            "        age: [age1c, age1a]",
            "      - age: [age1d]");
    CreationRule rule = rule(config, "/repo/x");
    assertThat(names(rule))
        .isEqualTo(List.of(List.of("age1a", "age1b", "age1c"), List.of("age1d")));
    assertThat(rule.threshold()).isEqualTo(2);
  }

  @Test
  void followsAnchorsAliasesAndMergeKeys() {
    ConfigFile config =
        config(
            "keys:",
            "  - &alice age1a",
            "  - &both [*alice, age1b]",
            "  - &base {age: *both, mac_only_encrypted: yes}",
            "creation_rules:",
            "  - <<: *base",
            "    encrypted_suffix: _secret");
    CreationRule rule = rule(config, "/repo/x");
    assertThat(names(rule)).isEqualTo(List.of(List.of("age1a", "age1b")));
    assertThat(rule.macOnlyEncrypted()).isTrue();
    assertThat(rule.selection())
        .contains(new Selection(Selection.Kind.ENCRYPTED_SUFFIX, "_secret"));
  }

  @Test
  void refusesAnUnknownAnchor() {
    assertFails(ExitCode.GENERIC, ".sops.yaml:1:4", () -> config("a: *nobody"));
  }

  @Test
  void refusesGroupsThatMultiplyByMerging() {
    StringBuilder text = new StringBuilder("g0: &g0 {age: [age1a]}\n");
    for (int i = 1; i < 15; i++) {
      text.append("g%d: &g%d {merge: [*g%d, *g%d]}\n".formatted(i, i, i - 1, i - 1));
    }
    text.append("creation_rules: [{key_groups: [*g14]}]\n");
    CreationRule rule = rule(config(text.toString()), "/repo/x");
    assertThatThrownBy(() -> names(rule)).hasMessageContaining("merge too many");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{age: ''}", "{key_groups: []}", "{key_groups: [{}]}"})
  void refusesARuleOrGroupWithoutKeys(String rule) {
    ConfigFile config = config("creation_rules: [" + rule + "]");
    assertThatThrownBy(() -> names(rule(config, "/repo/x"))).hasMessageContaining("has no key");
  }

  @Test
  void locatesAMalformedRecipient() {
    ConfigFile config = config("creation_rules:", "- age: bogus");
    assertFails(ExitCode.GENERIC, ".sops.yaml:2:8", () -> names(rule(config, "/repo/x")));
  }

  @Test
  void refusesMoreThanOneSelection() {
    ConfigFile config =
        config("creation_rules: [{age: age1a, encrypted_suffix: a, unencrypted_regex: b}]");
    assertThatThrownBy(() -> rule(config, "/repo/x").selection())
        .hasMessageContaining("encrypted_suffix, unencrypted_regex");
  }

  @Test
  void readsIndentationsAndItsOwnSection() {
    ConfigFile config =
        config(
            "stores: {yaml: {indent: 2}, json: {indent: -1}, json_binary: {indent: 0}, ini: {}}",
            "sealconf: {require_seal: true, seal: false}");
    assertThat(config.stores().indent(format("yaml"))).isEqualTo(new Indent(2));
    assertThat(config.stores().indent(format("json"))).isEqualTo(Indent.DEFAULT);
    assertThat(config.stores().indent(format("binary"))).isEqualTo(new Indent(0));
    assertThat(config.stores().indent(format("ini"))).isEqualTo(Indent.DEFAULT);
    assertThat(config.requireSeal()).isTrue();
    assertThat(config.seal()).isFalse();
    assertThat(config("").seal()).isTrue();
    assertThat(config("").requireSeal()).isFalse();
  }

  @Test
  void refusesANegativeIndentForYaml() {
    ConfigFile config = config("stores: {yaml: {indent: -1}}");
    assertThatThrownBy(() -> config.stores().indent(format("yaml")))
        .isInstanceOfSatisfying(
            SealconfException.class,
            e -> assertThat(ExitCode.of(e)).isEqualTo(ExitCode.ERROR_DUMPING_TREE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "creation_rules: [",
        "creation_rules: 3",
        "creation_rules: [3]",
        "creation_rules: [{shamir_threshold: x}]",
        "creation_rules: [{mac_only_encrypted: 1}]",
        "stores: {yaml: {indent: x}}",
        "a: 1\na: 2",
        "[]",
        "x",
        "a: \"\\x\"",
        "\t- a: b",
        "%YAML 9",
        "a: &a [*a]"
      })
  void refusesWhatSopsRefusesWithTheSameExitCodeAndALocation(String text) {
    assertThatThrownBy(() -> config(text))
        .isInstanceOfSatisfying(
            SealconfException.class,
            e -> {
              assertThat(ExitCode.of(e)).isEqualTo(ExitCode.GENERIC);
              assertThat(e.location().orElseThrow().line()).isPositive();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "---\n", "unknown: {a: [1]}\n", "a: 1\n---\nb: 2\n"})
  void ignoresUnknownFields(String text) {
    assertThat(config(text).stores()).isEqualTo(StoreSettings.NONE);
  }

  private static DocumentFormat format(String name) {
    return new DocumentFormats().named(name);
  }
}
