package dev.sealconf.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotenvMeaningTest {

  /** The right column is what python-dotenv 1.2.4 gives ({@code dotenv_values}). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "A=b|A:b",
        "A= b |A:b",
        "A =b|A:b",
        " A=b|A:b",
        "A=\"b c\"|A:b c",
        "A='b c'|A:b c",
        "A=b c|A:b c",
        "A=b#c|A:b#c",
        "A=b #c|A:b",
        "A=\"b #c\" # d|A:b #c",
        "A=''|A:",
        "export A=b|A:b",
        "export\tA=b|A:b",
        "exported=b|exported:b",
        "A=\"b\\\"c\"|A:b\"c",
        "A='b\\'c'|A:b'c",
        "A=b'c|A:b'c",
        "A=$HOME|A:$HOME",
        "A=\"a\\tb\"|A:a\tb",
        "A='a\\tb'|A:a\\tb",
        "A=b\\ c|A:b\\ c",
        "A={\"x\": 1}|A:{\"x\": 1}",
      })
  void isWhatReadersOfEnvFilesTakeItFor(String line, String meant) {
    DocumentFormat format = new DocumentFormats().named("dotenv");
    SourceText text = new SourceText("f.env", (line + "\n").getBytes(StandardCharsets.UTF_8));
    Entry entry = format.read(text).branches().get(0).entries().get(0);
    Leaf leaf = (Leaf) entry.value();
    String value = ((Scalar.Text) leaf.value()).value();
    assertThat(format.variableName(entry.key()) + ":" + format.variableText(value))
        .isEqualTo(meant);
  }
}
