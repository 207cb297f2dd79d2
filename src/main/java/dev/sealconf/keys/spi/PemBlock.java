package dev.sealconf.keys.spi;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Finds blocks of PEM (RFC 7468), of OpenSSH and of OpenPGP in a text. */
public final class PemBlock {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----";
  private static final int LOOKED_AT = 12;
  private static final int SHORTEST = 32;
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{" + SHORTEST + ",}=*");

  private PemBlock() {}

  /**
   * Returns where the first block starts that has one of these types, such as {@code PRIVATE KEY},
   * and has content. A line that only names the beginning of a block is none.
   */
  public static OptionalInt find(String text, String... types) {
    for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
      for (String type : types) {
        String first = BEGIN + type + END;
        if (text.startsWith(first, at) && hasContent(text, at + first.length())) {
          return OptionalInt.of(at);
        }
      }
    }
    return OptionalInt.empty();
  }

  /** Returns whether Base64 follows. Headers and an empty line may come before it. */
  private static boolean hasContent(String text, int from) {
    int start = text.indexOf('\n', from) + 1;
    for (int i = 0; i < LOOKED_AT && start > 0; i++) {
      int end = text.indexOf('\n', start);
      String line = text.substring(start, end < 0 ? text.length() : end).strip();
      if (BASE64.matcher(line).matches()) {
        return true;
      }
      if (line.startsWith(END)) {
        return false;
      }
      start = end + 1;
    }
    return false;
  }
}
