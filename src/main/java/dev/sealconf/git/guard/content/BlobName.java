package dev.sealconf.git.guard.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes the name that git gives a blob ({@code gitformat-loose(5)}). */
final class BlobName {
  private static final int SHA_1 = 40;

  private BlobName() {}

  /**
   * Returns the name of a blob with these bytes.
   *
   * @param like the name of another blob in the same repository, which tells the hash function
   */
  static String of(byte[] bytes, String like) {
    try {
      MessageDigest hash = MessageDigest.getInstance(like.length() == SHA_1 ? "SHA-1" : "SHA-256");
      hash.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.ISO_8859_1));
      return HexFormat.of().formatHex(hash.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
