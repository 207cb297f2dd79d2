package dev.sealconf.error;

/** A required key has no value, or a value that can't be right. */
public final class RequiredKeyFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  /** With this message. */
  public RequiredKeyFailure(String message) {
    super(message);
  }
}
