package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.operation.file.Strictness;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What someone without a key can do to a sealed file (the threat table of {@code
 * docs/security.md}), with the seal, which closes all of it, and without, as SOPS leaves it.
 */
class AttackTest {
  private static final Sample PLAIN =
      new Sample(
          "attacked.yaml",
          "yaml",
          """
          first: one
          second: two
          number: "42"
          list:
            - a
            - b
          empty: ""
          nest:
            x: deep
          here_unencrypted: ab
          there_unencrypted: c
          """
              .getBytes(UTF_8));

  private static final DocumentFormat FORMAT = PLAIN.documentFormat();

  /**
   * One attack.
   *
   * @param exit what SOPS ends with, and we on a file without the seal
   */
  record Attack(int row, String name, int exit, UnaryOperator<String> change) {
    @Override
    public String toString() {
      return row + " " + name;
    }
  }

  static Stream<Attack> attacks() {
    return Stream.of(swaps(), macs(), holes(), tokens(), rules()).flatMap(s -> s);
  }

  private static Stream<Attack> swaps() {
    return Stream.of(
        new Attack(1, "swap two values", 25, f -> swap(f, "first: ", "second: ")),
        new Attack(1, "rename a sealed key", 25, f -> f.replace("first:", "third:")),
        new Attack(2, "swap list items", 51, f -> swap(f, "list:\n  - ", "\n  - ")),
        new Attack(2, "reorder keys", 51, f -> lineOf(f, "second:") + without(f, "second:")),
        new Attack(2, "delete a sealed value", 51, f -> without(f, "second:")),
        new Attack(2, "empty a sealed value", 51, f -> put(f, "second: ", "\"\"")),
        new Attack(2, "replace a sealed value by null", 51, f -> put(f, "second: ", "null")));
  }

  private static Stream<Attack> macs() {
    return Stream.of(
        new Attack(3, "drop the MAC", 51, f -> without(f, "    mac:")),
        new Attack(3, "empty the MAC", 51, f -> put(f, "    mac: ", "\"\"")),
        new Attack(3, "change lastmodified", 51, f -> f.replace("\"2026-", "\"2027-")));
  }

  private static Stream<Attack> holes() {
    return Stream.of(
        new Attack(
            4, "join a path with a colon", 0, f -> f.replace("nest:\n  x: ", "\"nest:x\": ")),
        new Attack(4, "flip a type", 0, f -> put(f, "number: ", asInt(tokenAt(f, "number: ")))),
        new Attack(4, "rename a clear key", 0, f -> f.replace("here_un", "hare_un")),
        new Attack(
            4, "shift a boundary", 0, f -> f.replace(": ab\n", ": a\n").replace(": c\n", ": bc\n")),
        new Attack(4, "inject an empty string", 0, f -> "more: \"\"\n" + f),
        new Attack(4, "inject a null", 0, f -> "more: null\n" + f),
        new Attack(4, "inject an empty map", 0, f -> "more: {}\n" + f),
        new Attack(4, "inject an empty list", 0, f -> "more: []\n" + f),
        new Attack(4, "delete an empty string", 0, f -> without(f, "empty:")),
        new Attack(4, "inject a document", 0, f -> f + "---\nmore: null\n"));
  }

  private static Stream<Attack> tokens() {
    return Stream.of(
        new Attack(
            5, "shorten a tag", 25, f -> f.replaceFirst("tag:[^,]*", "tag:AAAAAAAAAAAAAAAA")),
        new Attack(5, "shorten a nonce", 25, f -> f.replaceFirst("iv:[^,]*", "iv:AAAA")),
        new Attack(5, "empty a nonce", 25, f -> f.replaceFirst("iv:[^,]*", "iv:")),
        new Attack(5, "break base64", 25, f -> f.replaceFirst("data:", "data:*")),
        new Attack(5, "junk before a token", 25, f -> f.replaceFirst("ENC\\[", "xENC[")));
  }

  private static Stream<Attack> rules() {
    String widened = "    unencrypted_regex: _unencrypted$|^api_token$";
    return Stream.of(
        new Attack(
            6,
            "widen the selection rule",
            0,
            f -> f.replace("    unencrypted_suffix: _unencrypted", widened)),
        new Attack(
            10, "add a recipient", 0, f -> f.replace("    age:\n", "    age:\n" + intruder())));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void aFileWithASealIsRefused(Attack attack) {
    String sealed = new String(Bench.seeded(3).encrypt(PLAIN, Rule.DEFAULT), UTF_8);
    String attacked = attack.change().apply(sealed);
    assertThat(attacked).isNotEqualTo(sealed);
    assertThat(outcome(attacked).exit()).isIn(25, 51);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void withoutASealTheExitCodeIsThatOfSops(Attack attack) {
    String sealed = new String(Bench.withoutSeal(3).encrypt(PLAIN, Rule.DEFAULT), UTF_8);
    String attacked = attack.change().apply(sealed);
    assertThat(attacked).isNotEqualTo(sealed);
    assertThat(outcome(attacked).exit()).isEqualTo(attack.exit());
  }

  @ParameterizedTest
  @EnumSource(names = {"SOPS_3_11", "SOPS_3_13"})
  void sopsEndsWithTheListedExitCode(Peers peer, @TempDir Path folder) {
    Sops sops = new Sops(peer, folder);
    String sealed = new String(Bench.withoutSeal(3).encrypt(PLAIN, Rule.DEFAULT), UTF_8);
    InParallel.each(
        attacks().toList(),
        attack -> {
          byte[] attacked = attack.change().apply(sealed).getBytes(UTF_8);
          assertThat(sops.decrypt(attacked, "yaml", "yaml").exit()).isEqualTo(attack.exit());
        });
  }

  @Test
  void removingTheSealIsNoticedWhereItIsRequired() {
    String sealed = new String(Bench.seeded(3).encrypt(PLAIN, Rule.DEFAULT), UTF_8);
    byte[] stripped = without(sealed, "    sealconf:").getBytes(UTF_8);
    assertThat(stripped).hasSizeLessThan(sealed.length());
    Strictness strict = new Strictness(false, true);
    assertThat(Bench.seeded(3).decrypt(stripped, FORMAT)).isEqualTo(PLAIN.bytes());
    assertThat(Outcome.of(() -> Bench.seeded(3).decrypt(stripped, FORMAT, strict)).exit())
        .isEqualTo(51);
  }

  @Test
  void ignoringTheMacAcceptsASwapWithAWarning() {
    String sealed = new String(Bench.seeded(3).encrypt(PLAIN, Rule.DEFAULT), UTF_8);
    byte[] swapped = swap(sealed, "list:\n  - ", "\n  - ").getBytes(UTF_8);
    Bench bench = Bench.seeded(3);
    byte[] opened = bench.decrypt(swapped, FORMAT, new Strictness(true, false));
    assertThat(new String(opened, UTF_8)).contains("  - b\n  - a\n");
    assertThat(bench.warnings()).contains("warning:");
  }

  private static Outcome outcome(String sealed) {
    return Outcome.of(() -> Bench.seeded(3).decrypt(sealed.getBytes(UTF_8), FORMAT));
  }

  /** The rest of the line behind the first {@code start}. */
  private static String tokenAt(String file, String start) {
    int from = file.indexOf(start) + start.length();
    return file.substring(from, file.indexOf('\n', from));
  }

  private static String put(String file, String start, String value) {
    return file.replace(start + tokenAt(file, start), start + value);
  }

  /** Exchanges what stands behind {@code first} and behind the next {@code second}. */
  private static String swap(String file, String first, String second) {
    int a = file.indexOf(first) + first.length();
    int endA = file.indexOf('\n', a);
    int b = file.indexOf(second, endA) + second.length();
    int endB = file.indexOf('\n', b);
    return file.substring(0, a)
        + file.substring(b, endB)
        + file.substring(endA, b)
        + file.substring(a, endA)
        + file.substring(endB);
  }

  private static String lineOf(String file, String start) {
    return start + tokenAt(file, start) + "\n";
  }

  private static String without(String file, String start) {
    return file.replace(lineOf(file, start), "");
  }

  private static String asInt(String token) {
    return token.replace("type:str", "type:int");
  }

  private static String intruder() {
    return "        - enc: junk\n          recipient: "
        + "age1afnrdrkyvy0sl5e08t9ffs4c7g5e5npc8luf7hjc77syewg5gajsls4r90\n";
  }
}
