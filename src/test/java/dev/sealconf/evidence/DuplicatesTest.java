package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A key or section that a sealed file has twice: its MAC holds where one of the two is empty, and
 * readers of the output disagree on which one counts. Refused before any key is asked for.
 */
class DuplicatesTest {
  private static final String YAML =
      """
      db:
          password: one
      list:
          - x: 1
      base_unencrypted: &b
          k: v
      use_unencrypted:
          <<: *b
      empty: {}
      """;
  private static final String JSON = "{\"db\": {\"password\": \"one\"}, \"list\": [{\"x\": 1}]}\n";
  private static final String ENV = "A=one\nB=two\n";
  private static final String INI = "[db]\npassword = one\n[other]\nk = v\n";

  private static final String PROPERTIES = "a.b = one\nc=two\n";

  record Attack(String format, String name, UnaryOperator<String> change) {
    @Override
    public String toString() {
      return format + ": " + name;
    }
  }

  static Stream<Attack> attacks() {
    return Stream.of(yaml(), yamlMetadata(), json(), env(), ini(), properties()).flatMap(s -> s);
  }

  private static Stream<Attack> yaml() {
    return Stream.of(
        new Attack("yaml", "an empty map", f -> "db: {}\n" + f),
        new Attack("yaml", "in quotes", f -> "\"db\": {}\n" + f),
        new Attack("yaml", "escaped", f -> "\"d\\x62\": {}\n" + f),
        new Attack("yaml", "with a tag", f -> "!!str db: {}\n" + f),
        new Attack("yaml", "as an alias", f -> "&d db: {}\n" + f.replace("\ndb:", "\n*d :")),
        new Attack("yaml", "as an explicit key", f -> "? db\n: {}\n" + f),
        new Attack("yaml", "in a map", f -> f.replace("db:\n", "db:\n    password: ''\n")),
        new Attack("yaml", "in a list", f -> f.replace("    - x:", "    - x:\n      x:")),
        new Attack("yaml", "in brackets", f -> f.replace("empty: {}", "empty: {a: , a: }")),
        new Attack("yaml", "a merge", f -> f.replace("    <<: *b", "    <<: *b\n    <<: {}")),
        new Attack("yaml", "in a later document", f -> f + "---\na:\na:\n"));
  }

  private static Stream<Attack> yamlMetadata() {
    return Stream.of(
        new Attack("yaml", "a field", f -> f.replace("\nsops:\n", "\nsops:\n    version:\n")),
        new Attack("yaml", "in another case", f -> f.replace("    mac:", "    MAC: ''\n    mac:")),
        new Attack(
            "yaml",
            "a key's",
            f -> f.replace("recipient: ", "Recipient: x\n          recipient: ")),
        new Attack("yaml", "the block", f -> f + "sops: {}\n"),
        new Attack("yaml", "the block, first", f -> "sops: text\n" + f));
  }

  private static Stream<Attack> json() {
    return Stream.of(
        new Attack("json", "an empty object", f -> f.replaceFirst("\\{", "{\"db\": {}, ")),
        new Attack("json", "escaped", f -> f.replaceFirst("\\{", "{\"d\\\\u0062\": {}, ")),
        new Attack(
            "json",
            "in an object",
            f -> f.replace("\"password\"", "\"password\":\"\",\"password\"")),
        new Attack("json", "in an array", f -> f.replace("\"x\"", "\"x\":null,\"x\"")),
        new Attack("json", "a field", f -> f.replace("\"mac\":", "\"mac\":\"\",\"mac\":")),
        new Attack("json", "in another case", f -> f.replace("\"mac\":", "\"Mac\":\"\",\"mac\":")),
        new Attack("json", "the block", f -> f.replaceFirst("\\{", "{\"sops\": {}, ")),
        new Attack("json", "the block as text", f -> f.replaceFirst("\\{", "{\"sops\": \"\", ")));
  }

  private static Stream<Attack> env() {
    return Stream.of(
        new Attack("dotenv", "an empty value", f -> f + "A=\n"),
        new Attack("dotenv", "exported", f -> f + "export  A=\n"),
        new Attack("dotenv", "between blanks", f -> " A\t=\n" + f),
        new Attack("dotenv", "a field", f -> f + "sops_mac=\n"),
        new Attack("dotenv", "in another case", f -> f + "sops_MAC=\n"),
        new Attack("dotenv", "hidden in a comment", f -> "# note\rA=evil\n" + f));
  }

  private static Stream<Attack> ini() {
    return Stream.of(
        new Attack("ini", "an empty value", f -> f.replace("password =", "password =\npassword =")),
        new Attack("ini", "an empty section", f -> "[db]\n" + f),
        new Attack("ini", "a section in two", f -> f.replace("k =", "[db]\nk =")),
        new Attack("ini", "a field", f -> f + "mac =\n"),
        new Attack("ini", "in another case", f -> f + "MAC =\n"),
        new Attack(
            "ini",
            "what the removal of the metadata leaves",
            f -> f.replace("[sops]\n", "[sops]\nk = \n") + "k = evil\n"),
        new Attack("ini", "the metadata section", f -> f + "[sops]\n"),
        new Attack("ini", "hidden in a comment", f -> "; note\r[db]\n" + f),
        new Attack("ini", "a section behind the metadata", f -> f + "[more]\nk =\n"),
        new Attack("ini", "a comment behind the metadata", f -> f + "; note\n"),
        new Attack(
            "ini", "a comment in the metadata", f -> f.replace("[sops]\n", "[sops]\n; note\n")));
  }

  private static Stream<Attack> properties() {
    return Stream.of(
        new Attack("properties", "a key alone", f -> f + "a.b\n"),
        new Attack("properties", "escaped", f -> "a\\u002eb=\n" + f),
        new Attack("properties", "continued", f -> "a\\\n  .b :\n" + f),
        new Attack("properties", "after a lone backslash", f -> "\\\n a.b=\n" + f),
        new Attack("properties", "behind a carriage return", f -> "# note\ra.b=evil\n" + f),
        new Attack("properties", "a field", f -> f + "sops_mac=\n"),
        new Attack("properties", "in another case", f -> f + "sops_MAC=\n"));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void duplicatesAreRefusedBeforeAnyKeyIsUsed(Attack attack) {
    Sample plain = sample(attack.format());
    for (Bench bench : List.of(Bench.seeded(1), Bench.withoutSeal(1))) {
      String sealed = new String(bench.encrypt(plain, Rule.DEFAULT), UTF_8);
      String attacked = attack.change().apply(sealed);
      assertThat(attacked).isNotEqualTo(sealed);
      assertThat(bench.decrypt(sealed.getBytes(UTF_8), plain.documentFormat()))
          .isEqualTo(plain.bytes());
      Outcome outcome =
          Outcome.of(
              () -> Bench.withoutKeys().decrypt(attacked.getBytes(UTF_8), plain.documentFormat()));
      assertThat(outcome.exit()).as(outcome.words()).isEqualTo(1);
      assertThat(outcome.words()).containsAnyOf("duplicate", "follows", "comment");
    }
  }

  private static Sample sample(String format) {
    String text =
        switch (format) {
          case "yaml" -> YAML;
          case "json" -> JSON;
          case "dotenv" -> ENV;
          case "properties" -> PROPERTIES;
          default -> INI;
        };
    return new Sample("twice." + format, format, text.getBytes(UTF_8));
  }
}
