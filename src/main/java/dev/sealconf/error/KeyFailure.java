package dev.sealconf.error;

/** A data key can't be wrapped or unwrapped. */
public abstract sealed class KeyFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  private KeyFailure(String message) {
    super(message);
  }

  /** None of the file's keys can unwrap its data key. */
  public static final class NoDataKey extends KeyFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public NoDataKey(String message) {
      super(message);
    }
  }

  /** This key can't unwrap the data key. */
  public static final class NotUnwrapped extends KeyFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public NotUnwrapped(String message) {
      super(message);
    }
  }

  /** This key can't wrap a data key, or its service can't be reached. */
  public static final class NotWrapped extends KeyFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public NotWrapped(String message) {
      super(message);
    }
  }

  /** A text that names a key is malformed. */
  public static final class Malformed extends KeyFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public Malformed(String message) {
      super(message);
    }
  }
}
