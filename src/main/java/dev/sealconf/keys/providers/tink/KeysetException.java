package dev.sealconf.keys.providers.tink;

/** A keyset can't be used; the message says why and is quoted. */
final class KeysetException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean temporary;

  KeysetException(String why) {
    this(why, false);
  }

  /** Creates a failure. {@code temporary} says whether a later attempt may open the keyset. */
  KeysetException(String why, boolean temporary) {
    super(why, null, false, false);
    this.temporary = temporary;
  }

  /**
   * Returns whether a later attempt may open the keyset, for example because its key service was
   * busy.
   */
  boolean isTemporary() {
    return temporary;
  }
}
