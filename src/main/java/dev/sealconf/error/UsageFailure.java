package dev.sealconf.error;

/** Something is wrong with the command line, or with text typed for it. */
public abstract sealed class UsageFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  private UsageFailure(String message) {
    super(message);
  }

  /** An invalid word, flag or combination, for which SOPS has no exit code of its own. */
  public static final class Mistake extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public Mistake(String message) {
      super(message);
    }
  }

  /** Flags or rules can't be used together. */
  public static final class Conflict extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public Conflict(String message) {
      super(message);
    }
  }

  /** A file name is missing. */
  public static final class NoFile extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public NoFile(String message) {
      super(message);
    }
  }

  /** A new value, or the path to set it at, isn't in the required form. */
  public static final class InvalidValue extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public InvalidValue(String message) {
      super(message);
    }
  }

  /** A new value isn't JSON. */
  public static final class NotJson extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public NotJson(String message) {
      super(message);
    }
  }

  /** A path into a document is malformed. */
  public static final class InvalidPath extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public InvalidPath(String message) {
      super(message);
    }
  }

  /** An encryption context is malformed. */
  public static final class InvalidContext extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public InvalidContext(String message) {
      super(message);
    }
  }

  /** The decryption order names a kind of key twice. */
  public static final class DuplicateKind extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public DuplicateKind(String message) {
      super(message);
    }
  }

  /** A pattern in a flag or in an encrypted file isn't a valid regular expression. */
  public static final class InvalidPattern extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public InvalidPattern(String message) {
      super(message);
    }
  }
}
