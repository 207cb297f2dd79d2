package dev.sealconf.error;

/** A result can't be had. */
public abstract sealed class OutputFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  private OutputFailure(String message) {
    super(message);
  }

  /** It can't be written where it belongs. */
  public static final class NotWritten extends OutputFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public NotWritten(String message) {
      super(message);
    }
  }

  /** The format asked for can't hold it. */
  public static final class NotRepresentable extends OutputFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public NotRepresentable(String message) {
      super(message);
    }
  }
}
