package dev.sealconf.error;

/** The document has no such place, or the file no such key group. */
public final class NotFound extends SealconfException {
  private static final long serialVersionUID = 1L;

  /** With this message. */
  public NotFound(String message) {
    super(message);
  }
}
