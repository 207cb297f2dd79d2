package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.sealconf.document.DocumentFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One changed byte in what is authenticated, and nothing comes out. */
class TamperTest {
  private static final Pattern TOKEN = Pattern.compile("ENC\\[AES256_GCM,[^\\]]*\\]");
  private static final Pattern SEAL = Pattern.compile("v1:[A-Za-z0-9_-]+");
  private static final Pattern CLEAR = Pattern.compile("clear-[a-z]+");

  private static final String YAML =
      "# sealed comment\na: one\nb: 2\nc:\n  - true\n  - 1.5\n  - 2024-01-01\n"
          + "d_unencrypted: clear-value\ne: |\n  block\n  text\n";
  private static final String JSON =
      "{\"a\": \"one\", \"b\": 2, \"c\": [true, 1.5], \"d_unencrypted\": \"clear-value\"}\n";
  private static final String ENV = "# comment\nA=one\nB=two\nD_unencrypted=clear-value\n";
  private static final String INI = "; comment\n[s]\na = one\nb = 2\nd_unencrypted = clear-value\n";

  private static final String PROPERTIES =
      "! comment\na.b = one\\\n  more\nc: 2\nd_unencrypted=clear-value\n";

  private static Sample sample(String format) {
    String text =
        switch (format) {
          case "yaml" -> YAML;
          case "json" -> JSON;
          case "dotenv" -> ENV;
          case "ini" -> INI;
          case "properties" -> PROPERTIES;
          default -> "some bytes";
        };
    return new Sample("tampered " + format, format, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "json", "dotenv", "ini", "properties", "binary"})
  void noticesAChangeOfAnyByteOfAToken(String format) {
    int tried = flipEach(sample(format), Corpus.ruleFor(sample(format)), TOKEN);
    assertThat(tried).isGreaterThan(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "json", "dotenv", "ini", "properties", "binary"})
  void noticesAChangeOfAnyByteOfTheSeal(String format) {
    int tried = flipEach(sample(format), Corpus.ruleFor(sample(format)), SEAL);
    assertThat(tried).isGreaterThan(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "json", "dotenv", "ini", "properties"})
  void noticesAChangeOfAnyByteOfAClearValue(String format) {
    assertThat(flipEach(sample(format), Rule.DEFAULT, CLEAR)).isEqualTo("clear-value".length());
  }

  /** Changes each byte of each match in turn; returns how many changes were tried. */
  private static int flipEach(Sample sample, Rule rule, Pattern what) {
    Bench bench = Bench.seeded(7);
    DocumentFormat format = sample.documentFormat();
    byte[] sealed = bench.encrypt(sample, rule);
    assertThat(bench.decrypt(sealed, format)).isEqualTo(sample.bytes());
    List<Integer> places = places(sealed, what);
    InParallel.each(places, place -> isRefused(sealed, place, format));
    return places.size();
  }

  private static void isRefused(byte[] sealed, int place, DocumentFormat format) {
    byte[] changed = sealed.clone();
    changed[place] = (byte) (changed[place] == 'x' ? 'y' : 'x');
    Outcome outcome = Outcome.of(() -> Bench.seeded(7).decrypt(changed, format));
    if (outcome.exit() != 51 && outcome.exit() != 25) {
      String text = new String(changed, StandardCharsets.UTF_8);
      fail("byte %d: exit %d %s\n%s", place, outcome.exit(), outcome.words(), text);
    }
  }

  private static List<Integer> places(byte[] sealed, Pattern what) {
    List<Integer> places = new ArrayList<>();
    Matcher matcher = what.matcher(new String(sealed, StandardCharsets.ISO_8859_1));
    while (matcher.find()) {
      for (int i = matcher.start(); i < matcher.end(); i++) {
        places.add(i);
      }
    }
    return places;
  }
}
