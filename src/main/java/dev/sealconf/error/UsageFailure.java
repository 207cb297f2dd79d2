package dev.sealconf.error;

/** The command line, or what was typed for it, is to blame. */
public abstract sealed class UsageFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  private UsageFailure(String message) {
    super(message);
  }

  /** A word, flag or combination that makes no sense; SOPS has no exit code of its own for it. */
  public static final class Mistake extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public Mistake(String message) {
      super(message);
    }
  }

  /** Flags or rules can't be used together. */
  public static final class Conflict extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public Conflict(String message) {
      super(message);
    }
  }

  /** A file has to be named. */
  public static final class NoFile extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public NoFile(String message) {
      super(message);
    }
  }

  /** A new value, or the place for it, isn't in the form asked for. */
  public static final class InvalidValue extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public InvalidValue(String message) {
      super(message);
    }
  }

  /** A new value isn't JSON. */
  public static final class NotJson extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public NotJson(String message) {
      super(message);
    }
  }

  /** A path into a document is malformed. */
  public static final class InvalidPath extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public InvalidPath(String message) {
      super(message);
    }
  }

  /** An encryption context is malformed. */
  public static final class InvalidContext extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public InvalidContext(String message) {
      super(message);
    }
  }

  /** A kind of key is named twice in the order of decryption. */
  public static final class DuplicateKind extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public DuplicateKind(String message) {
      super(message);
    }
  }

  /** A pattern in a flag, or in an encrypted file, isn't a valid regular expression. */
  public static final class InvalidPattern extends UsageFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public InvalidPattern(String message) {
      super(message);
    }
  }
}
