package dev.sealconf.error;

/** Something is wrong with the configuration file. */
public abstract sealed class ConfigFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  private ConfigFailure(String message) {
    super(message);
  }

  /** The file can't be read, or a field has an invalid value. */
  public static final class Invalid extends ConfigFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public Invalid(String message) {
      super(message);
    }
  }

  /** A pattern in the file isn't a valid regular expression. */
  public static final class InvalidPattern extends ConfigFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public InvalidPattern(String message) {
      super(message);
    }
  }

  /** None of the file's creation rules matches. */
  public static final class NoMatchingRule extends ConfigFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public NoMatchingRule(String message) {
      super(message);
    }
  }

  /** No recipient is named in the file, by a flag or in the environment. */
  public static final class NoRecipients extends ConfigFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public NoRecipients(String message) {
      super(message);
    }
  }

  /** A creation rule has no key, or has an empty key group. */
  public static final class EmptyKeyGroup extends ConfigFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public EmptyKeyGroup(String message) {
      super(message);
    }
  }
}
