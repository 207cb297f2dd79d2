package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import org.junit.jupiter.api.Test;

/**
 * The metadata line that says that a file is a {@code .properties} file and not ENV: the seal
 * confirms it, because the same text means other values in the other format.
 */
class FormatSwapTest {
  private static final String MARK = "sops_sealconf_format=properties\n";
  private static final int MAC_MISMATCH = 51;
  private static final DocumentFormats FORMATS = new DocumentFormats();

  private final Bench bench = Bench.seeded(5);

  private String sealed(String format) {
    Sample plain = new Sample("a=b", format, "# c\na=b\n".getBytes(UTF_8));
    return new String(bench.encrypt(plain, Rule.DEFAULT), UTF_8);
  }

  private void isRefused(String changed, String format) {
    DocumentFormat found = FORMATS.forFile("app.properties", changed.getBytes(UTF_8));
    assertThat(found.name()).isEqualTo(format);
    Outcome outcome = Outcome.of(() -> bench.decrypt(changed.getBytes(UTF_8), found));
    assertThat(outcome.exit()).as(outcome.words()).isEqualTo(MAC_MISMATCH);
  }

  @Test
  void refusesPropertiesWithoutTheLine() {
    String sealed = sealed("properties");
    assertThat(sealed).contains(MARK);
    isRefused(sealed.replace(MARK, ""), "dotenv");
  }

  @Test
  void refusesEnvWithTheLine() {
    String sealed = sealed("dotenv");
    assertThat(sealed).doesNotContain(MARK);
    isRefused(sealed + MARK, "properties");
  }

  @Test
  void refusesPropertiesThatSayTheyAreSomethingElse() {
    isRefused(sealed("properties").replace("format=properties", "format=ini"), "dotenv");
  }
}
