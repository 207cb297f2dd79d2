package dev.sealconf.keys.service;

/** A call of a key service that has no answer. */
public final class CallFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why there is none. */
  public enum Reason {
    /** Nobody listens there, or not in this protocol. */
    UNREACHABLE,
    /** No answer came in time. */
    TOO_SLOW,
    /** It knows no such key, or kind of keys. */
    NOT_FOUND,
    /** A person said no. */
    REJECTED,
    /** The request makes no sense. */
    MALFORMED,
    /** It tried and could not. */
    FAILED
  }

  private final Reason reason;

  /**
   * A failure.
   *
   * @param words what the service says about it; untrusted when it comes from one, and empty if it
   *     says nothing
   */
  public CallFailure(Reason reason, String words) {
    super(words, null, false, false);
    this.reason = reason;
  }

  /** Why there is no answer. */
  public Reason reason() {
    return reason;
  }
}
