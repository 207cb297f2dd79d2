package dev.sealconf.envelope.seal;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The {@code sealconf} field: the encrypted spelling, an HMAC over the terms of the file (its rule
 * and recipients), and an HMAC over everything ({@code docs/format.md §8}). They are separate so
 * that {@code --ignore-mac} still gets the spelling and the recipients of a file whose values were
 * changed.
 */
public final class Seal {
  private static final String VERSION = "v1:";
  private static final String SEAL_INFO = "sealconf seal v1";
  private static final String TERMS_INFO = "sealconf terms v1";
  private static final String SPELLING_INFO = "sealconf spelling v1";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 24;
  private static final int MAC_BYTES = 32;

  private final SecretBytes dataKey;

  /** Makes and opens seals with this data key, 32 bytes. */
  public Seal(SecretBytes dataKey) {
    this.dataKey = dataKey;
  }

  /**
   * The content of a field.
   *
   * @param spelling the text that was sealed; authentic
   * @param fitsTerms whether the field was made for these terms
   * @param fits whether it was made for this canonical form
   */
  public record Opened(byte[] spelling, boolean fitsTerms, boolean fits) {}

  /** Returns the text of the field. */
  public String seal(byte[] spelling, byte[] terms, byte[] canonicalForm, Entropy entropy) {
    byte[] nonce = entropy.bytes(NONCE_BYTES);
    byte[] text =
        Primitives.xchacha20Poly1305Seal(key(SPELLING_INFO), nonce, spelling, new byte[0]);
    byte[] box = join(nonce, text);
    byte[] macs = join(mac(terms), mac(box, canonicalForm));
    byte[] field = join(box, macs);
    return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(field);
  }

  /**
   * Returns the content of a field; empty if it has another version, is damaged, or belongs to
   * another data key.
   */
  public Optional<Opened> open(String field, byte[] terms, byte[] canonicalForm) {
    byte[] bytes = decoded(field);
    if (bytes.length <= NONCE_BYTES + 2 * MAC_BYTES) {
      return Optional.empty();
    }
    byte[] box = Arrays.copyOf(bytes, bytes.length - 2 * MAC_BYTES);
    byte[] ofTerms = Arrays.copyOfRange(bytes, box.length, box.length + MAC_BYTES);
    byte[] ofAll = Arrays.copyOfRange(bytes, box.length + MAC_BYTES, bytes.length);
    byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
    byte[] text = Arrays.copyOfRange(box, NONCE_BYTES, box.length);
    boolean fitsTerms = MessageDigest.isEqual(ofTerms, mac(terms));
    boolean fits = fitsTerms && MessageDigest.isEqual(ofAll, mac(box, canonicalForm));
    return Primitives.xchacha20Poly1305Open(key(SPELLING_INFO), nonce, text, new byte[0])
        .map(spelling -> new Opened(spelling, fitsTerms, fits));
  }

  /** Returns the bytes of the field; none if the field is not in its canonical encoding. */
  private static byte[] decoded(String field) {
    if (!field.startsWith(VERSION)) {
      return new byte[0];
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(field.substring(VERSION.length()));
      String canonical = VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      return canonical.equals(field) ? bytes : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private byte[] mac(byte[] terms) {
    return Primitives.hmacSha256(key(TERMS_INFO), terms);
  }

  private byte[] mac(byte[] box, byte[] canonicalForm) {
    byte[] length = ByteBuffer.allocate(4).putInt(box.length).array();
    return Primitives.hmacSha256(key(SEAL_INFO), length, box, canonicalForm);
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private byte[] key(String info) {
    return Primitives.hkdfSha256(dataKey.exposed(), new byte[0], info, KEY_BYTES);
  }
}
