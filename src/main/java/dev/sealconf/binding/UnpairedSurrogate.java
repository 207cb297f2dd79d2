package dev.sealconf.binding;

/**
 * Finds half of a character: a UTF-16 surrogate without the other one. UTF-8 has no form for it, so
 * it would be written as a question mark.
 */
final class UnpairedSurrogate {
  static final String MESSAGE = " has half of a character: an unpaired surrogate";
  static final String HINT = "cut text only between characters, at a code point";

  private UnpairedSurrogate() {}

  static boolean isIn(String text) {
    return text.codePoints().anyMatch(c -> c <= 0xFFFF && Character.isSurrogate((char) c));
  }
}
