package dev.sealconf.git.diff;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.token.Token;
import dev.sealconf.envelope.token.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Short names for values that are not shown: 32 bits of an HMAC. Equal values have equal names, and
 * without the key, a name doesn't tell its value ({@code docs/git-diff.md}).
 */
public final class Fingerprints {
  private static final int BYTES = 4;
  private static final String COMMENT = "comment";
  private static final String LINE = "line";

  private final byte[] key;

  /** Fingerprints under this key of 32 bytes. */
  public Fingerprints(byte[] key) {
    this.key = key.clone();
  }

  /** Returns what is shown for a value. */
  String hidden(Scalar value) {
    return "<hidden " + of(ValueText.type(value), ValueText.bytes(value)) + ">";
  }

  /** Returns what is shown for the text of a comment. */
  String hiddenComment(String text) {
    return "<hidden " + of(COMMENT, utf8(text)) + ">";
  }

  /**
   * Returns what is shown for a line, or for any other text of a file that is not read as values.
   */
  String hiddenText(byte[] text) {
    return "<hidden " + of(LINE, text) + ">";
  }

  /** Returns what is shown for a file that is one value. */
  String hiddenFile(byte[] content) {
    return "<hidden " + of(LINE, content) + ", " + content.length + " bytes>";
  }

  /** Returns what is shown for a token that was not decrypted. */
  String encrypted(String token) {
    String type = Token.parse(token).map(Token::type).filter(Fingerprints::isWord).orElse("value");
    return "<encrypted " + type + " " + of("token", utf8(token.strip())) + ">";
  }

  private static boolean isWord(String type) {
    return type.matches("[a-z]{1,10}");
  }

  private String of(String type, byte[] value) {
    byte[] mac = Primitives.hmacSha256(key, utf8(type), new byte[] {0}, value);
    return HexFormat.of().formatHex(Arrays.copyOf(mac, BYTES));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
