package dev.sealconf.error;

/**
 * The program could do it but declines, to protect the user, or because a question was answered
 * with no.
 */
public final class Refusal extends SealconfException {
  private static final long serialVersionUID = 1L;

  /** With this message. */
  public Refusal(String message) {
    super(message);
  }
}
