package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The user's language and numbers have no say in what is written. */
@ResourceLock(Resources.LOCALE)
class LocaleTest {

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "de-DE"})
  void sameBytesInEveryLanguage(String language) {
    Locale before = Locale.getDefault();
    for (Sample sample : Corpus.samples()) {
      Locale.setDefault(Locale.ROOT);
      byte[] expected = Bench.seeded(5).encrypt(sample, Corpus.ruleFor(sample));
      Locale.setDefault(Locale.forLanguageTag(language));
      try {
        Bench bench = Bench.seeded(5);
        byte[] sealed = bench.encrypt(sample, Corpus.ruleFor(sample));
        assertThat(sealed).as(sample.name()).isEqualTo(expected);
        assertThat(bench.decrypt(sealed, sample.documentFormat())).isEqualTo(sample.bytes());
      } finally {
        Locale.setDefault(before);
      }
    }
  }
}
