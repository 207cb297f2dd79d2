package dev.sealconf.keys.providers.pgp;

import java.util.Locale;
import java.util.Optional;

/**
 * Names an OpenPGP key or subkey: 16 to 64 hexadecimal digits in either case, perhaps with {@code
 * 0x} in front, and with {@code !} behind if exactly this subkey is to be used. Fit to be an
 * argument of gpg: nothing of this form is an option.
 *
 * @param text as it is written into the metadata, without spaces
 */
public record Fingerprint(String text) {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 64;

  /** The fingerprint that is written so, spaces left out; empty if it isn't one. */
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

  /** How SOPS writes a fingerprint: people copy them in groups of four. */
  public static String withoutSpaces(String typed) {
    return typed.replace(" ", "");
  }

  /** The long key id, which is what {@code --trusted-key} of every gpg takes; keeps the mark. */
  String keyId() {
    int length = text.endsWith("!") ? SHORTEST + 1 : SHORTEST;
    return text.substring(text.length() - length);
  }

  /** Whether exactly the subkey that it names is to be used. */
  boolean isExact() {
    return text.endsWith("!");
  }

  /** The same, to be used exactly. */
  Fingerprint exactly() {
    return new Fingerprint(text + "!");
  }

  /** Whether this is, or ends like, a full fingerprint in upper case. */
  boolean names(String fingerprint) {
    String digits = text.startsWith("0x") ? text.substring(2) : text;
    return fingerprint.endsWith(digits.replace("!", "").toUpperCase(Locale.ROOT));
  }
}
