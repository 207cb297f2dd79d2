package dev.sealconf.envelope.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holds Base64 to that of the JDK, of which only the one canonical form is accepted. */
class TokenBase64Test {
  private static final String LETTERS = "AB/+9zQ==\n-_ \u00e9";

  @Test
  void bytesBecomeTheCharactersThatTheJdkMakes() {
    Random random = new Random(1);
    for (int length = 1; length < 100; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      byte[] out = new byte[TokenBase64.length(length)];
      assertThat(TokenBase64.encode(bytes, 0, length, out, 0)).isEqualTo(out.length);
      assertThat(out).isEqualTo(Base64.getEncoder().encode(bytes));
      assertThat(TokenBase64.decode(out, 0, out.length, 0)).isEqualTo(bytes);
    }
  }

  @Test
  void otherCharactersAreRefusedAsCanonicalFormRefusesThem() {
    Random random = new Random(2);
    int accepted = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(9);
      for (int at = 0; at < length; at++) {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      byte[] raw = text.toString().getBytes(StandardCharsets.ISO_8859_1);
      byte[] decoded = TokenBase64.decode(raw, 0, raw.length, 0);
      assertThat(decoded).as(text.toString()).isEqualTo(canonical(raw));
      accepted += decoded == null ? 0 : 1;
    }
    assertThat(accepted).isGreaterThan(1000);
  }

  @Test
  void roomIsLeftBehindTheBytes() {
    byte[] raw = "Zm9v".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(TokenBase64.decode(raw, 0, 4, 2)).containsExactly('f', 'o', 'o', 0, 0);
  }

  /** What the JDK reads and writes back as the same characters. */
  private static byte[] canonical(byte[] raw) {
    try {
      byte[] bytes = Base64.getDecoder().decode(raw);
      boolean same =
          bytes.length > 0 && java.util.Arrays.equals(Base64.getEncoder().encode(bytes), raw);
      return same ? bytes : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
