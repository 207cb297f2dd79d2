package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The token of a comment opens as a comment only, in its own place, and a value's as a value. */
class CommentTokensTest {
  private static final Sample PLAIN =
      new Sample(
          "comments.yaml",
          "yaml",
          """
          # top
          allow: ["ten", "eleven"]
          list:
              # inner
              - twelve
              - thirteen
          map:
              # deep
              key: value
              other: value
          last: 1
          """
              .getBytes(UTF_8));

  /** A comment's token is written {@code #ENC[…]}; the whole of it is group 1. */
  private static String comment(String file, int index) {
    return nth(file, "#(ENC\\[[^\\]]*type:comment\\])", index);
  }

  private static String value(String file, String key) {
    return nth(file, Pattern.quote(key) + "\"?(ENC\\[[^\\]]*\\])", 0);
  }

  private static String nth(String file, String pattern, int index) {
    return Pattern.compile(pattern)
        .matcher(file)
        .results()
        .map(r -> r.group(1))
        .toList()
        .get(index);
  }

  private static String asComment(String token) {
    return token.replaceFirst("type:[a-z]+", "type:comment");
  }

  record Attack(String name, UnaryOperator<String> change) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Attack> attacks() {
    return Stream.of(
        new Attack(
            "in brackets", f -> f.replace("allow: [", "allow: [\"" + comment(f, 0) + "\", ")),
        new Attack(
            "in brackets, with a path that fits",
            f ->
                f.replace("allow: [", "list: [" + quoted(comment(f, 1)) + "]\nallow: [")
                    .replace("list:\n", "rest:\n")),
        new Attack("as a value", f -> f.replace("last: ", "more: " + comment(f, 0) + "\nlast: ")),
        new Attack("in place of a value", f -> f.replace(value(f, "key: "), comment(f, 2))),
        new Attack(
            "a value as a comment's",
            f -> f.replace(value(f, "key: "), asComment(value(f, "key: ")))),
        new Attack(
            "another list's", f -> f.replace("list:\n", "list:\n    - " + comment(f, 0) + "\n")),
        new Attack("behind an alias", f -> "a: &c\n    - " + comment(f, 0) + "\nb: *c\n" + f),
        new Attack(
            "a value's behind the mark",
            f -> f.replace("    key:", "    #" + value(f, "key: ") + "\n    key:")),
        new Attack(
            "a value's behind the mark, as a comment",
            f -> f.replace("    key:", "    #" + asComment(value(f, "key: ")) + "\n    key:")),
        new Attack(
            "as a comment of another map", f -> "x:\n    #" + comment(f, 1) + "\n    y: ''\n" + f));
  }

  private static String quoted(String token) {
    return '"' + token + '"';
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void failWith25(Attack attack) {
    String sealed = new String(Bench.withoutSeal(5).encrypt(PLAIN, Rule.DEFAULT), UTF_8);
    String attacked = attack.change().apply(sealed);
    assertThat(attacked).isNotEqualTo(sealed);
    Outcome outcome =
        Outcome.of(() -> Bench.seeded(5).decrypt(attacked.getBytes(UTF_8), PLAIN.documentFormat()));
    assertThat(outcome.exit()).as(outcome.words()).isEqualTo(25);
  }

  @Test
  void opensAsTheItemsThatSopsWrites() {
    String sealed = new String(Bench.withoutSeal(5).encrypt(PLAIN, Rule.DEFAULT), UTF_8);
    String items = sealed.replace("#" + comment(sealed, 1), "- " + comment(sealed, 1));
    assertThat(items).isNotEqualTo(sealed);
    assertThat(Bench.seeded(5).decrypt(items.getBytes(UTF_8), PLAIN.documentFormat()))
        .isEqualTo(PLAIN.bytes());
  }
}
