package dev.sealconf.envelope.token;

import dev.sealconf.crypto.AesGcm;
import dev.sealconf.io.Entropy;
import java.util.Optional;

/** Seals values into tokens and opens them, under one data key ({@code docs/format.md §1}). */
public final class ValueCipher {
  public static final String COMMENT = "comment";
  private final AesGcm aes;

  /** Encrypts and decrypts with this key. */
  public ValueCipher(AesGcm aes) {
    this.aes = aes;
  }

  /** Returns a token, with a fresh nonce, for bytes that are to be decoded as {@code type}. */
  public String seal(
      byte[] plaintext, String type, AdditionalData additionalData, Entropy entropy) {
    return seal(plaintext, type, additionalData, entropy.bytes(Token.NONCE_BYTES));
  }

  /**
   * Does the same with this nonce.
   *
   * @param nonce {@link Token#NONCE_BYTES} random bytes, for this token only
   */
  public String seal(byte[] plaintext, String type, AdditionalData additionalData, byte[] nonce) {
    byte[] sealed = aes.seal(nonce, plaintext, additionalData.parts());
    return new Token(sealed, nonce, type).toString();
  }

  /** Returns the plaintext; empty if the token was not made with this key for this place. */
  public Optional<byte[]> open(Token token, AdditionalData additionalData) {
    return aes.open(token.nonce(), token.sealed(), additionalData.parts());
  }
}
