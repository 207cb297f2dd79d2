package dev.sealconf.document.format;

import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Limits;
import dev.sealconf.document.SourceText;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;

/** Refuses files that are too large to parse. */
public final class SizeLimit {
  private SizeLimit() {}

  /**
   * Refuses a file of more than {@link Limits#TEXT_BYTES}.
   *
   * @throws SealconfException with {@code COULD_NOT_READ_INPUT}
   */
  public static void check(SourceText source) {
    check(source, Limits.TEXT_BYTES);
  }

  /**
   * Refuses a file of more than {@code most} bytes.
   *
   * @throws SealconfException with {@code COULD_NOT_READ_INPUT}
   */
  public static void check(SourceText source, int most) {
    if (source.bytes().length > most) {
      throw new FileFailure.Malformed("the file is larger than " + (most >> 20) + " MiB")
          .at(Location.of(source.name()))
          .hintForPlain(FormatHints.encryptWholeOr("split it"));
    }
  }
}
