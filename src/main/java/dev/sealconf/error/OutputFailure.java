package dev.sealconf.error;

/** A result can't be delivered. */
public abstract sealed class OutputFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  private OutputFailure(String message) {
    super(message);
  }

  /** The result can't be written to its destination. */
  public static final class NotWritten extends OutputFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public NotWritten(String message) {
      super(message);
    }
  }

  /** The requested format can't represent the result. */
  public static final class NotRepresentable extends OutputFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public NotRepresentable(String message) {
      super(message);
    }
  }
}
