package dev.sealconf.error;

/** The program that the user wants started can't be started. */
public abstract sealed class ProgramFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  private ProgramFailure(String message) {
    super(message);
  }

  /** There is no program of this name. */
  public static final class Missing extends ProgramFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public Missing(String message) {
      super(message);
    }
  }

  /** There is a file of this name, but the system can't run it. */
  public static final class NotExecutable extends ProgramFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public NotExecutable(String message) {
      super(message);
    }
  }
}
