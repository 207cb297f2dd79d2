package dev.sealconf.io.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedSecretTest {
  private static final String PASTE = "\u001b[200~";
  private static final String END = "\u001b[201~";

  @ParameterizedTest
  @CsvSource({
    "word, word",
    "'', ''",
    "wörd\u0008\u007fld, wöld",
    "aü\u007f\u007fb, b",
    "wrong\u0015right, right",
    "a\u001b[Db\u001bOc, abc",
    "a\u007f\u007f\u007fb, b"
  })
  void readsWhatIsTypedUpToEnter(String keys, String secret) throws IOException {
    assertThat(read(keys + "\nmore")).hasValue(secret);
  }

  @Test
  void readsAWholePasteOfSeveralLines() throws IOException {
    assertThat(read(PASTE + "-----BEGIN\nabc\u007f\n-----END\n" + END + "\n"))
        .hasValue("-----BEGIN\nabc\u007f\n-----END\n");
    assertThat(read(PASTE + "one\rtwo" + END + "\n")).hasValue("one\ntwo");
    assertThat(read("a" + PASTE + "b\nc" + END + "d\n")).hasValue("ab\ncd");
  }

  @Test
  void readsAPastedLineWithItsLineBreakAsOneValue() throws IOException {
    assertThat(read(PASTE + "word\n" + END + "\n")).hasValue("word");
  }

  @Test
  void readsAWholeLongLine() throws IOException {
    String secret = "x".repeat(100_000);
    assertThat(read(secret + "\n")).hasValue(secret);
  }

  @Test
  void ignoresInputWithoutALineEnd() throws IOException {
    assertThat(read("word")).isEmpty();
    assertThat(read(PASTE + "word\n")).isEmpty();
    assertThat(read("\u0004")).isEmpty();
    assertThat(read("x".repeat((1 << 20) + 1) + "\n")).isEmpty();
  }

  @Test
  void readsNoMoreBytesThanItNeeds() throws IOException {
    InputStream keys = new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
    new TypedSecret(keys).read();
    assertThat(new TypedSecret(keys).read().map(String::new)).hasValue("two");
  }

  private static Optional<String> read(String keys) throws IOException {
    InputStream in = new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
    return new TypedSecret(in).read().map(String::new);
  }
}
