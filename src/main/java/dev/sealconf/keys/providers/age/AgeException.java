package dev.sealconf.keys.providers.age;

/** An age file can't be decrypted. The message contains no secret and no part of the file. */
public final class AgeException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The part of the file that caused the failure. */
  public enum Part {
    /** The armor around the file. */
    ARMOR,
    /** The version line, the stanzas or the form of the MAC. */
    HEADER,
    /** The header's MAC doesn't match: the header was changed. */
    MAC,
    /** The file is fine, but no identity matches. */
    NO_MATCH,
    /** The encrypted content. */
    PAYLOAD
  }

  private final Part part;

  /** Creates a failure caused by this part of the file. */
  public AgeException(Part part, String message) {
    super(message, null, false, false);
    this.part = part;
  }

  /** Returns the part of the file that caused the failure. */
  public Part part() {
    return part;
  }
}
