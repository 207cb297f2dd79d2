package dev.sealconf.envelope.seal;

import dev.sealconf.crypto.Sha512;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.token.ValueText;
import java.util.HexFormat;

/**
 * SOPS's message authentication code: SHA-512 over the values in document order ({@code
 * docs/format.md §7}).
 */
public final class DocumentMac {
  private static final byte[] SEALED_ONLY_START =
      HexFormat.of().parseHex("8a3fd2ad54ce66527b1034f3d147be0b0b975b3bf44f72c6fdadec8176f27d69");

  private final Sha512 hash;
  private final boolean sealedOnly;

  /** Starts a MAC; {@code sealedOnly} leaves out clear values. */
  public DocumentMac(boolean sealedOnly) {
    this.hash = new Sha512();
    this.sealedOnly = sealedOnly;
    if (sealedOnly) {
      hash.update(SEALED_ONLY_START);
    }
  }

  /**
   * Adds the value of a leaf. Do not add comments and containers.
   *
   * @param selected whether the selection wants it sealed
   */
  public void add(boolean selected, Scalar value) {
    if (!sealedOnly || selected) {
      hash.update(ValueText.bytes(value));
    }
  }

  /** Returns 128 characters of uppercase hexadecimal. */
  public String text() {
    return HexFormat.of().withUpperCase().formatHex(hash.digest());
  }
}
