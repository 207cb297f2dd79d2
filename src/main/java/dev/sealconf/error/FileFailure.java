package dev.sealconf.error;

/** A file can't be read, or its text violates its format. */
public abstract sealed class FileFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  private FileFailure(String message) {
    super(message);
  }

  /** The file doesn't exist. */
  public static final class Missing extends FileFailure {
    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * Creates the failure.
     *
     * @param path the path as SOPS would show it, or empty
     */
    public Missing(String message, String path) {
      super(message);
      this.path = path;
    }

    /** Returns the absolute path of the missing file, or an empty text if it must not be shown. */
    public String path() {
      return path;
    }
  }

  /** The file exists, but can't be read or isn't a regular file. */
  public static final class Unreadable extends FileFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public Unreadable(String message) {
      super(message);
    }
  }

  /** The text violates its format, or exceeds a limit of this program. */
  public static final class Malformed extends FileFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public Malformed(String message) {
      super(message);
    }

    @Override
    public SealconfException ofSealed() {
      return as(OpeningFailure.Malformed::new).withoutHintsForPlain();
    }
  }

  /** The file contains nothing to encrypt. */
  public static final class Empty extends FileFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public Empty(String message) {
      super(message);
    }
  }
}
