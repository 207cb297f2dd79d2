package dev.sealconf.keys.providers.tink;

/** Why what lies in a place is no keyset that can be used; the message says it, quoted. */
final class KeysetException extends Exception {
  private static final long serialVersionUID = 1L;

  KeysetException(String why) {
    super(why, null, false, false);
  }
}
