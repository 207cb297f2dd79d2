package dev.sealconf.document.format;

import dev.sealconf.document.FormatHints;
import dev.sealconf.document.SourceText;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;

/** Detects text whose characters take two or four bytes each. */
public final class WideText {
  private WideText() {}

  /**
   * Refuses UTF-16 and UTF-32: text with a byte order mark, or with zeros in every other byte.
   *
   * @throws SealconfException with {@code COULD_NOT_READ_INPUT}
   */
  public static void refuse(SourceText source) {
    byte[] in = source.bytes();
    if (in.length < 4) {
      return;
    }
    int mark = (in[0] & 0xFF) << 8 | in[1] & 0xFF;
    boolean everyOther = in[0] == 0 && in[2] == 0 || in[1] == 0 && in[3] == 0;
    if (mark == 0xFFFE || mark == 0xFEFF || everyOther) {
      throw new FileFailure.Malformed("the file is UTF-16 or UTF-32 text")
          .at(Location.of(source.name()))
          .hint(FormatHints.encryptWholeOr("convert it to UTF-8"));
    }
  }
}
