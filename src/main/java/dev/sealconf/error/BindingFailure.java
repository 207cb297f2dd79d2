package dev.sealconf.error;

/**
 * The values of a file don't fit the Java type that a program reads them into: a value has another
 * type, or the type has no component for a key. The message has paths, never values.
 */
public final class BindingFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure with this message. */
  public BindingFailure(String message) {
    super(message);
  }
}
