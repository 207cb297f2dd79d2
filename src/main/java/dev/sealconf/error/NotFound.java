package dev.sealconf.error;

/** The path doesn't exist in the document, or the key group doesn't exist in the file. */
public final class NotFound extends SealconfException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure with this message. */
  public NotFound(String message) {
    super(message);
  }
}
