package dev.sealconf.keys.providers.tink;

/** Why a keyset can't be used; the message is quoted. */
final class KeysetException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean temporary;

  KeysetException(String why) {
    this(why, false);
  }

  /** With whether a later attempt may open it. */
  KeysetException(String why, boolean temporary) {
    super(why, null, false, false);
    this.temporary = temporary;
  }

  /** Whether a later attempt may open it: its key service was busy, for instance. */
  boolean isTemporary() {
    return temporary;
  }
}
