package dev.sealconf.envelope.token;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A sealed value as text, {@code ENC[AES256_GCM,data:…,iv:…,tag:…,type:…]} ({@code docs/format.md
 * §1}).
 *
 * @param sealed the ciphertext followed by the 16-byte tag
 * @param nonce the {@code iv} field: 32 bytes when we write it, at least 1 byte when we read it
 * @param type the type to decode the plaintext as; the token itself does not authenticate it
 */
public record Token(byte[] sealed, byte[] nonce, String type) {
  public static final int NONCE_BYTES = 32;
  public static final int TAG_BYTES = 16;
  private static final String PREFIX = "ENC[AES256_GCM,data:";
  private static final int AROUND = 110;
  private static final String COMMENT_SUFFIX = ",type:comment]";

  /** Returns the approximate length in bytes of the token for a plaintext of this many bytes. */
  public static long length(long plaintext) {
    return plaintext * 4 / 3 + AROUND;
  }

  /** Returns whether this text claims to be a token, well-formed or not. */
  public static boolean looksLike(String text) {
    return text.startsWith(PREFIX);
  }

  /** Returns whether this text is the token of a comment. */
  public static boolean isComment(String text) {
    return looksLike(text) && text.endsWith(COMMENT_SUFFIX);
  }

  /** Returns the type that a token names, for a text that {@link #parse} accepts. */
  public static String typeOf(String token) {
    int type = token.lastIndexOf(",type:") + 6;
    return token.substring(type, token.indexOf(']', type));
  }

  /**
   * Parses a token; empty if the text isn't one. Base64 must be canonical, so that no byte of a
   * token can change unnoticed. Line breaks after the token are allowed, because block scalars end
   * with one.
   */
  public static Optional<Token> parse(String text) {
    int iv = text.indexOf(",iv:");
    int tag = text.indexOf(",tag:", iv + 1);
    int type = text.indexOf(",type:", tag + 1);
    int end = text.indexOf(']', type + 1);
    if (!looksLike(text)
        || iv < 0
        || tag < 0
        || type < 0
        || end < 0
        || !breaksOnly(text, end + 1)) {
      return Optional.empty();
    }
    byte[] raw = text.getBytes(StandardCharsets.ISO_8859_1);
    if (raw.length != text.length()) {
      return Optional.empty();
    }
    byte[] sealed = TokenBase64.decode(raw, PREFIX.length(), iv, TAG_BYTES);
    byte[] nonce = TokenBase64.decode(raw, iv + 4, tag, 0);
    byte[] check = TokenBase64.decode(raw, tag + 5, type, 0);
    if (sealed == null || nonce == null || check == null || check.length != TAG_BYTES) {
      return Optional.empty();
    }
    System.arraycopy(check, 0, sealed, sealed.length - TAG_BYTES, TAG_BYTES);
    return Optional.of(new Token(sealed, nonce, text.substring(type + 6, end)));
  }

  private static boolean breaksOnly(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    int data = sealed.length - TAG_BYTES;
    byte[] out =
        new byte
            [AROUND + TokenBase64.length(data) + TokenBase64.length(nonce.length) + type.length()];
    int at = put(PREFIX, out, 0);
    at = TokenBase64.encode(sealed, 0, data, out, at);
    at = put(",iv:", out, at);
    at = TokenBase64.encode(nonce, 0, nonce.length, out, at);
    at = put(",tag:", out, at);
    at = TokenBase64.encode(sealed, data, sealed.length, out, at);
    at = put(",type:", out, at);
    at = put(type, out, at);
    at = put("]", out, at);
    return new String(out, 0, at, StandardCharsets.ISO_8859_1);
  }

  private static int put(String text, byte[] out, int at) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, out, at, bytes.length);
    return at + bytes.length;
  }
}
