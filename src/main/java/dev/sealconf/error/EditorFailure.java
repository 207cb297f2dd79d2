package dev.sealconf.error;

/** No editor can be run, or the one that ran did not end well. */
public final class EditorFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  /** With this message. */
  public EditorFailure(String message) {
    super(message);
  }
}
