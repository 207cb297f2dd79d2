package dev.sealconf.keys.providers.tink;

import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;

/** Validates the name of a keyset, which becomes a file name. */
public final class KeysetName {
  private static final int LONGEST = 64;

  private KeysetName() {}

  /**
   * Returns the name if it is safe as a file name.
   *
   * @throws SealconfException if it isn't
   */
  public static String checked(String name) {
    if (!fits(name)) {
      throw new KeyFailure.Malformed(Printable.quote(name) + " can't be the name of a Tink keyset")
          .hint("a name has 1 to 64 characters of A-Z a-z 0-9 . _ - and does not start with a dot");
    }
    return name;
  }

  /** Returns whether the text can be the name of a keyset. */
  public static boolean fits(String name) {
    boolean safe = !name.isEmpty() && name.length() <= LONGEST && name.charAt(0) != '.';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      safe &= letter || c == '.' || c == '_' || c == '-';
    }
    return safe;
  }
}
