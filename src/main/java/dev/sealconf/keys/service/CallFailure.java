package dev.sealconf.keys.service;

/** A call to a key service failed. */
public final class CallFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why the call failed. */
  public enum Reason {
    /** Nothing listens at the address, or it uses another protocol. */
    UNREACHABLE,
    /** No answer came in time. */
    TOO_SLOW,
    /** The service doesn't know the key or its type. */
    NOT_FOUND,
    /** A person rejected the request. */
    REJECTED,
    /** The request is malformed. */
    MALFORMED,
    /** The service tried and failed. */
    FAILED
  }

  private final Reason reason;

  /**
   * Creates a failure.
   *
   * @param words the service's explanation, or empty if it gave none; untrusted if received from a
   *     service
   */
  public CallFailure(Reason reason, String words) {
    super(words, null, false, false);
    this.reason = reason;
  }

  /** Returns why the call failed. */
  public Reason reason() {
    return reason;
  }
}
