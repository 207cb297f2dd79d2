package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.sealconf.error.SealconfException;
import dev.sealconf.evidence.Corpus.Case;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is decrypted is what was encrypted, byte for byte. */
class BytePromiseTest {
  private static final int RANDOM_SEEDS = 2_400;

  @Test
  void everyFileComesBackUnderEveryRule() {
    List<Case> cases = new ArrayList<>();
    for (Sample sample : Corpus.samples()) {
      for (Rule rule : sample.format().equals("binary") ? List.<Rule>of() : Corpus.rules()) {
        cases.add(new Case(sample, rule));
      }
      cases.add(new Case(sample, Corpus.ruleFor(sample)));
    }
    cases.removeIf(BytePromiseTest::isUndecided);
    InParallel.each(cases, BytePromiseTest::comesBack);
  }

  /** Comments behind an alias have two places: refused where a rule goes by comments. */
  private static boolean isUndecided(Case one) {
    return one.sample().name().endsWith("alias-with-comments-inside.yaml")
        && one.rule().selection().kind().name().endsWith("COMMENT_REGEX");
  }

  @Test
  void everyFileComesBackWithOtherLineEndsAndMarks() {
    List<Case> cases = new ArrayList<>();
    for (Sample sample : Corpus.samples()) {
      for (Sample changed : variants(sample)) {
        cases.add(new Case(changed, Corpus.ruleFor(changed)));
      }
    }
    InParallel.each(cases, BytePromiseTest::comesBack);
  }

  @Test
  void propertiesFilesComeBackUnderEveryRule() {
    List<Case> cases = new ArrayList<>();
    for (Sample sample : Corpus.samples("properties")) {
      Corpus.rules().forEach(rule -> cases.add(new Case(sample, rule)));
      if (sample.sameAs(new String(sample.bytes(), UTF_8).getBytes(UTF_8))) {
        variants(sample).forEach(changed -> cases.add(new Case(changed, Rule.DEFAULT)));
      }
    }
    InParallel.each(cases, BytePromiseTest::comesBack);
  }

  @Test
  void filesThatSopsCannotReadComeBack() {
    InParallel.each(Corpus.samples("beyond"), sample -> comesBack(new Case(sample, Rule.DEFAULT)));
  }

  @Test
  void randomDocumentsComeBack() {
    List<Case> cases =
        LongStream.range(0, RANDOM_SEEDS)
            .boxed()
            .flatMap(seed -> RandomDocuments.ofEveryFormat(seed).stream())
            .map(sample -> new Case(sample, Corpus.ruleFor(sample)))
            .toList();
    assertThat(cases).hasSizeGreaterThan(10_000);
    InParallel.each(cases, BytePromiseTest::comesBack);
  }

  @Test
  void largeFilesComeBack() {
    InParallel.each(
        LargeFiles.ofEveryFormat(20_000),
        sample -> comesBack(new Case(sample, Corpus.ruleFor(sample))));
  }

  private static List<Sample> variants(Sample sample) {
    if (sample.format().equals("binary")) {
      return List.of();
    }
    List<Sample> variants = new ArrayList<>();
    String text = new String(sample.bytes(), UTF_8);
    String crlf = text.replace("\r\n", "\n").replace("\n", "\r\n");
    boolean blankLine = sample.format().equals("dotenv") && crlf.matches("(?s)(.*\n)?\r\n.*");
    if (!blankLine) {
      variants.add(sample.with("CRLF", crlf.getBytes(UTF_8)));
    }
    variants.add(sample.with("no final newline", text.replaceFirst("\\R\\z", "").getBytes(UTF_8)));
    boolean markable = !sample.format().equals("json") && text.matches("(?s)[^\ufeff#\n].*");
    if (markable) {
      variants.add(sample.with("BOM", ("\ufeff" + text).getBytes(UTF_8)));
    }
    return variants;
  }

  private static void comesBack(Case one) {
    Bench bench = Bench.seeded(Arrays.hashCode(one.sample().bytes()));
    byte[] sealed = null;
    try {
      sealed = bench.encrypt(one.sample(), one.rule());
      byte[] back = bench.decrypt(sealed, one.sample().documentFormat());
      if (!one.sample().sameAs(back)) {
        fail("came back changed:\n%s\n--- was\n%s", text(back), shown(one.sample(), sealed));
      }
    } catch (SealconfException e) {
      fail("%s %s\n%s", e.getMessage(), e.location(), shown(one.sample(), sealed));
    } catch (RuntimeException e) {
      throw new AssertionError(e + "\n" + shown(one.sample(), sealed), e);
    }
  }

  private static String shown(Sample sample, byte[] sealed) {
    return text(sample.bytes()) + (sealed == null ? "" : "\n--- sealed\n" + text(sealed));
  }

  private static String text(byte[] bytes) {
    String text = new String(bytes, UTF_8).replace("\r", "␍").replace("\ufeff", "<BOM>");
    return text.length() > 4000 ? text.substring(0, 4000) + "…" : text;
  }
}
