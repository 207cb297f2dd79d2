package dev.sealconf.error;

/** The configuration file is to blame. */
public abstract sealed class ConfigFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  private ConfigFailure(String message) {
    super(message);
  }

  /** It can't be read, or a field has a value that it can't have. */
  public static final class Invalid extends ConfigFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public Invalid(String message) {
      super(message);
    }
  }

  /** A pattern in it isn't a valid regular expression. */
  public static final class InvalidPattern extends ConfigFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public InvalidPattern(String message) {
      super(message);
    }
  }

  /** None of its creation rules is for the file. */
  public static final class NoMatchingRule extends ConfigFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public NoMatchingRule(String message) {
      super(message);
    }
  }

  /** Neither it, nor a flag, nor the environment names a recipient. */
  public static final class NoRecipients extends ConfigFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public NoRecipients(String message) {
      super(message);
    }
  }

  /** A creation rule has no key, or a group of keys without any. */
  public static final class EmptyKeyGroup extends ConfigFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public EmptyKeyGroup(String message) {
      super(message);
    }
  }
}
