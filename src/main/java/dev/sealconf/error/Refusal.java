package dev.sealconf.error;

/** The program refuses to do something, to protect the user or because the user answered no. */
public final class Refusal extends SealconfException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure with this message. */
  public Refusal(String message) {
    super(message);
  }
}
