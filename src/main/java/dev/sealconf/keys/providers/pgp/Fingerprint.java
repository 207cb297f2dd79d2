package dev.sealconf.keys.providers.pgp;

import java.util.Locale;
import java.util.Optional;

/**
 * The name of an OpenPGP key or subkey: 16 to 64 hexadecimal digits in either case, optionally
 * after {@code 0x}. A {@code !} at the end selects exactly this subkey. It is safe as an argument
 * of gpg, because it can't look like an option.
 *
 * @param text as written into the metadata, without spaces
 */
public record Fingerprint(String text) {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 64;

  /** Parses a fingerprint, ignoring spaces. Returns empty if the text isn't one. */
  public static Optional<Fingerprint> parse(String typed) {
    String text = withoutSpaces(typed);
    int from = text.startsWith("0x") ? 2 : 0;
    int to = text.endsWith("!") ? text.length() - 1 : text.length();
    boolean fits = to - from >= SHORTEST && to - from <= LONGEST;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      fits &= c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
    return fits ? Optional.of(new Fingerprint(text)) : Optional.empty();
  }

  /** Removes spaces, as SOPS does: people copy fingerprints in groups of four digits. */
  public static String withoutSpaces(String typed) {
    return typed.replace(" ", "");
  }

  /**
   * Returns the long key id, which {@code --trusted-key} accepts in every gpg version. Keeps the
   * {@code !}.
   */
  String keyId() {
    int length = text.endsWith("!") ? SHORTEST + 1 : SHORTEST;
    return text.substring(text.length() - length);
  }

  /** Returns whether exactly the named subkey must be used. */
  boolean isExact() {
    return text.endsWith("!");
  }

  /** Returns this fingerprint with the {@code !} that selects exactly this subkey. */
  Fingerprint exactly() {
    return new Fingerprint(text + "!");
  }

  /**
   * Returns whether {@code fingerprint}, a full one in upper case, equals this one or ends with it.
   */
  boolean names(String fingerprint) {
    String digits = text.startsWith("0x") ? text.substring(2) : text;
    return fingerprint.endsWith(digits.replace("!", "").toUpperCase(Locale.ROOT));
  }
}
