package dev.sealconf.error;

/** The program that the user wants to run can't be started. */
public abstract sealed class ProgramFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  private ProgramFailure(String message) {
    super(message);
  }

  /** The program doesn't exist. */
  public static final class Missing extends ProgramFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public Missing(String message) {
      super(message);
    }
  }

  /** The program's file exists, but the system can't run it. */
  public static final class NotExecutable extends ProgramFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public NotExecutable(String message) {
      super(message);
    }
  }
}
