package dev.sealconf.error;

/** A required key has no value or an invalid value. */
public final class RequiredKeyFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure with this message. */
  public RequiredKeyFailure(String message) {
    super(message);
  }
}
