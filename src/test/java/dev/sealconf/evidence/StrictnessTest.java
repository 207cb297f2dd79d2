package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens, types and metadata that SOPS does not take are not taken here either. */
class StrictnessTest {
  private static final Sample PLAIN =
      new Sample("strict.yaml", "yaml", "a: s1\nb: 2\n".getBytes(UTF_8));

  record Edit(String name, int exit, UnaryOperator<String> change) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Edit> edits() {
    return Stream.of(types(), times(), fields(), versions(), keys()).flatMap(s -> s);
  }

  private static Stream<Edit> types() {
    return Stream.of("time", "int", "float", "bool", "none")
        .map(
            type ->
                new Edit("a text as " + type, 25, f -> f.replaceFirst("type:str", "type:" + type)));
  }

  private static Stream<Edit> times() {
    return Stream.of(
            "\"2026-01-02t03:04:05z\"",
            "\"2026-01-02 03:04:05Z\"",
            "\"2026-01-02T03:04Z\"",
            "\"2026-01-02T03:04:05\"",
            "\"2026-01-02T03:04:60Z\"",
            "\"2026-02-30T03:04:05Z\"",
            "\"2026-01-02T03:04:05+25:00\"",
            "2026-01-02T03:04:05Z",
            "\"\"")
        .map(time -> line("lastmodified", time));
  }

  private static Stream<Edit> fields() {
    return Stream.of(
        line("mac_only_encrypted", "yes"),
        line("mac_only_encrypted", "\"2\""),
        line("mac_only_encrypted", "[]"),
        line("shamir_threshold", "\" 1\""),
        line("shamir_threshold", "\"\uFF11\""),
        line("unencrypted_suffix", "{}"),
        line("unencrypted_suffix", "2026-01-02"));
  }

  private static Stream<Edit> versions() {
    return Stream.of("", "\"\"", "3", "3.13", "3.13.03", "3.13.3.1", "x", "null")
        .map(version -> line("version", version));
  }

  private static Stream<Edit> keys() {
    return Stream.of(
        new Edit("a key without a date", 1, f -> f + pgp("")),
        new Edit("a key with another date", 1, f -> f + pgp("          created_at: x\n")),
        new Edit("a number as a key", 25, f -> f.replace("b: ", "7: ")),
        new Edit("a number too large", 25, f -> f + "c: 18446744073709551615\n"));
  }

  private static String pgp(String date) {
    return "    pgp:\n        - fp: FBC7B9E2A4F9289AC0C1D4843D16CEE4A27381B4\n          enc: x\n"
        + date;
  }

  private static Edit line(String field, String value) {
    String line = "    " + field + ": " + value + "\n";
    return new Edit(
        field + " " + value,
        1,
        f ->
            f.replaceFirst("(?m)^    " + field + ": .*\n", "")
                .replace("\nsops:\n", "\nsops:\n" + line));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void refuses(Edit edit) {
    String sealed = new String(Bench.withoutSeal(3).encrypt(PLAIN, Rule.DEFAULT), UTF_8);
    String edited = edit.change().apply(sealed);
    assertThat(edited).isNotEqualTo(sealed);
    Outcome outcome =
        Outcome.of(() -> Bench.seeded(3).decrypt(edited.getBytes(UTF_8), PLAIN.documentFormat()));
    assertThat(outcome.exit()).as(outcome.words()).isEqualTo(edit.exit());
  }

  @ParameterizedTest
  @EnumSource(names = "SOPS_3_13")
  void sopsAlsoRefusesThem(Peers peer, @TempDir Path folder) {
    Sops sops = new Sops(peer, folder);
    String sealed = new String(Bench.withoutSeal(3).encrypt(PLAIN, Rule.DEFAULT), UTF_8);
    assertThat(sops.decrypt(sealed.getBytes(UTF_8), "yaml", "yaml").exit()).isZero();
    InParallel.each(
        edits().toList(),
        edit -> {
          byte[] edited = edit.change().apply(sealed).getBytes(UTF_8);
          assertThat(sops.decrypt(edited, "yaml", "yaml").exit()).isEqualTo(edit.exit());
        });
  }
}
