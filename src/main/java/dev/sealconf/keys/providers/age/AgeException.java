package dev.sealconf.keys.providers.age;

/** An age file that can't be opened. The message names no secret and no part of the file. */
public final class AgeException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What of the file is at fault. */
  public enum Part {
    /** The armor around the file. */
    ARMOR,
    /** The version line, the stanzas or the form of the MAC. */
    HEADER,
    /** The header's MAC: the header was changed. */
    MAC,
    /** Nothing is at fault, but no identity fits. */
    NO_MATCH,
    /** What was encrypted. */
    PAYLOAD
  }

  private final Part part;

  /** The failure of this part. */
  public AgeException(Part part, String message) {
    super(message, null, false, false);
    this.part = part;
  }

  /** Which part of the file is to blame. */
  public Part part() {
    return part;
  }
}
