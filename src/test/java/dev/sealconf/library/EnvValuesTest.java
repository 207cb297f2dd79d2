package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.Peers;
import dev.sealconf.Sealconf;
import dev.sealconf.SealedDocument;
import dev.sealconf.error.OutputFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the library sets in an ENV file is what it gets back, and what SOPS finds in the file. */
class EnvValuesTest {
  @TempDir Path folder;
  private Keys keys;
  private Path sops;
  private SealedDocument document;

  @BeforeEach
  void encryptAFile() throws Exception {
    sops = Peers.SOPS_3_13.path();
    keys = new Keys(folder.toRealPath());
    document = Sealconf.read(keys.sealed(sops, "a.env", "PW=x\nB=2\n"), keys.options());
  }

  /** A value with {@code ␊} for a line feed and {@code ␍} for a carriage return, and its line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "abc|abc",
        "a b=c|a b=c",
        "a'b\"c\\d|a'b\"c\\d",
        "a$b${C}|a$b${C}",
        "abc #def|'abc #def'",
        "a#b|'a#b'",
        "#abc|'#abc'",
        "'abc'|\"'abc'\"",
        "\"abc\"|'\"abc\"'",
        "`x`|'`x`'",
        " abc |' abc '",
        "it's #1|\"it's #1\"",
        "a␊|\"a\\n\"",
        "a␊b'c|\"a\\nb'c\"",
        "a␍␊b|\"a\\r\\nb\"",
      })
  void textIsStoredSoThatItIsReadBack(String shown, String line) throws Exception {
    String text = shown.replace('␊', '\n').replace('␍', '\r');
    SealedDocument changed = document.set("PW", text);
    changed.write();

    assertThat(changed.get("PW")).isEqualTo(text);
    assertThat(changed.asFlatMap()).containsEntry("PW", text).containsEntry("B", "2");
    assertThat(keys.opened(sops, keys.path("a.env"))).isEqualTo("PW=" + line + "\nB=2\n");
    assertThat(document.set("NEW", text).get("NEW")).isEqualTo(text);
  }

  @Test
  void emptyTextAndOtherTypesStayAsTheyAre() {
    assertThat(document.set("PW", "").get("PW")).isEmpty();
    assertThat(document.set("PW", 5).get("PW")).isEqualTo("5");
    assertThat(document.set("PW", true).get("PW")).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {"it's \"#1\"", "'\"", "'a\\", "'\\\\#", "#'\\t", "a␊\"b", "a\\␊", "␍\\'"})
  void textThatNoQuotesCanHoldIsRefused(String shown) {
    String text = shown.replace('␊', '\n').replace('␍', '\r');
    assertThatThrownBy(() -> document.set("PW", text))
        .isInstanceOf(OutputFailure.NotRepresentable.class)
        .hasMessage("no quotes in an ENV file can hold the value for all programs that read it");
  }

  @Test
  void aBackslashBeforeAnNIsRefused() {
    assertThatThrownBy(() -> document.set("PW", "a\\nb"))
        .isInstanceOf(OutputFailure.NotRepresentable.class)
        .hasMessage("in an ENV file, 'PW' can't have a backslash before an n: it is a line break");
  }
}
