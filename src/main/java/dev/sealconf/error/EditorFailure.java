package dev.sealconf.error;

/** No editor can be run, or the editor failed. */
public final class EditorFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure with this message. */
  public EditorFailure(String message) {
    super(message);
  }
}
