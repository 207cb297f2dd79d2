package dev.sealconf.document.format.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.document.Document;
import dev.sealconf.document.Limits;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlRefusalTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "a: 1\\n<<<<<<< ours\\nb: 1\\n=======\\nb: 2\\n>>>>>>> theirs\\n|merge conflict|2|1",
        "- a\\n|not a map|1|1",
        "a: 18446744073709551615\\n|fit in a signed 64-bit integer|1|4",
        "a:\\n  1: x\\n|not a string|2|3",
        "? [a]\\n: b\\n|not a string|1|3",
        "a: !!int x\\n|match its tag|1|4",
        "a: *b\\n|no anchor|1|4",
        "a: &x [*x]\\n|inside the node|1|8",
        "a: 'x\\n|not valid YAML|2|1",
        "%YAML 1.2\\n---\\na: 1\\n|directive|1|1",
      })
  void namesWhatIsWrongAndWhere(String text, String reason, int line, int column) {
    SealconfException failure = refusal(bytes(text.replace("\\n", "\n")));

    assertThat(failure.getMessage()).contains(reason);
    assertThat(failure.location()).contains(new Location("t.yaml", line, column));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1: secret\n", "a: 18446744073709551615\n"})
  void usesTheExitCodeOfAFailedEncryption(String text) {
    SealconfException failure = refusal(bytes(text));

    assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.ERROR_ENCRYPTING_TREE);
    assertThat(failure.hints()).isNotEmpty();
    assertThat(failure.getMessage()).doesNotContain("secret").doesNotContain("1844");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE"})
  void refusesOtherEncodingsByName(String charset) {
    assertThat(refusal("a: 1\n".getBytes(Charset.forName(charset))).getMessage())
        .contains("UTF-16");
  }

  @Test
  void refusesNestingBeforeTheStackEnds() {
    int deep = Limits.DEPTH + 1;

    assertThat(refusal(bytes("a: " + "[".repeat(deep) + "]".repeat(deep))).getMessage())
        .contains("nested");
    assertThat(refusal(bytes("a: " + "[".repeat(100_000))).getMessage()).isNotEmpty();
  }

  @Test
  void refusesAliasesThatExpandToTooMuch() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(9) + alias + "]\n");
    }

    assertThat(refusal(bytes(bomb.toString())).getMessage())
        .contains("the aliases of the file expand to more");
  }

  @Test
  void refusesManyAliasesOfOneLargeList() {
    String text = "a: &a [" + "x, ".repeat(2000) + "x]\nb: [" + "*a, ".repeat(2000) + "*a]\n";

    assertThat(refusal(bytes(text)).getMessage())
        .contains("the aliases of the file expand to more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: X\n", "a: \"X\"\n", "a: |\n  X\n", "X: 1\n"})
  @Timeout(30)
  void refusesAScalarOverTheLimitQuickly(String text) {
    String huge = text.replace("X", "x".repeat(Limits.SCALAR_BYTES + 1));

    assertThat(refusal(bytes(huge)).getMessage()).contains("more than " + Limits.SCALAR_BYTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\nsops: 2\n", "a: 1\n---\nsops: {mac: x}\n"})
  void keepsAnEntryThatIsNotMetadata(String text) {
    Document document = read(bytes(text));
    List<MapNode> branches = document.branches();

    assertThat(document.metadata()).isEmpty();
    assertThat(branches.get(branches.size() - 1).entry("sops")).isPresent();
  }

  @Test
  void remembersTheFirstDuplicateKeyOfAnyDocument() {
    Document document = read(bytes("a: 1\n---\nb:\n  - c: 1\n    c: 2\n"));

    assertThat(document.duplicate()).isPresent();
    assertThat(document.duplicate().get().key()).isEqualTo("c");
    assertThat(document.duplicate().get().location()).isEqualTo(new Location("t.yaml", 5, 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment\n", "\n\n"})
  void findsNoDocumentInAnEmptyFile(String text) {
    assertThat(read(bytes(text)).branches()).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Document read(byte[] bytes) {
    return new YamlFormat().read(new SourceText("t.yaml", bytes));
  }

  private static SealconfException refusal(byte[] bytes) {
    SealconfException[] failure = new SealconfException[1];
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOfSatisfying(SealconfException.class, e -> failure[0] = e);
    return failure[0];
  }
}
