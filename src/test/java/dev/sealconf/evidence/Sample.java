package dev.sealconf.evidence;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import java.util.Arrays;

/**
 * A plain file of a test.
 *
 * @param name what a failure calls it: a path below the corpus, or a seed
 */
record Sample(String name, String format, byte[] bytes) {
  private static final DocumentFormats FORMATS = new DocumentFormats();

  DocumentFormat documentFormat() {
    return FORMATS.named(format);
  }

  Sample with(String change, byte[] changed) {
    return new Sample(name + " (" + change + ")", format, changed);
  }

  boolean sameAs(byte[] other) {
    return Arrays.equals(bytes, other);
  }

  @Override
  public String toString() {
    return name;
  }
}
