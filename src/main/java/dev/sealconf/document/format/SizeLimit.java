package dev.sealconf.document.format;

import dev.sealconf.document.Limits;
import dev.sealconf.document.SourceText;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;

/** Refuses files that are too large to be taken apart. */
public final class SizeLimit {
  private SizeLimit() {}

  /**
   * Refuses a file of more than {@link Limits#FILE_BYTES}.
   *
   * @throws SealconfException with {@code COULD_NOT_READ_INPUT}
   */
  public static void check(SourceText source) {
    if (source.bytes().length > Limits.FILE_BYTES) {
      throw new SealconfException(
              ExitCode.COULD_NOT_READ_INPUT,
              "the file is larger than " + (Limits.FILE_BYTES >> 20) + " MiB")
          .at(Location.of(source.name()))
          .hintForPlain("encrypt it as a whole: --input-type binary");
    }
  }
}
