package dev.sealconf.error;

/** A file can't be read, or its text isn't what its format asks for. */
public abstract sealed class FileFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  private FileFailure(String message) {
    super(message);
  }

  /** There is no file of this name. */
  public static final class Missing extends FileFailure {
    private static final long serialVersionUID = 1L;

    private final String path;

    /** With this message; {@code path} as SOPS would show it, or empty. */
    public Missing(String message, String path) {
      super(message);
      this.path = path;
    }

    /** The absolute path of the file that is missing; empty if it must not be shown. */
    public String path() {
      return path;
    }
  }

  /** There is a file, but its bytes can't be had, or it isn't a regular file. */
  public static final class Unreadable extends FileFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public Unreadable(String message) {
      super(message);
    }
  }

  /** The text breaks a rule of its format, or a limit of this program. */
  public static final class Malformed extends FileFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public Malformed(String message) {
      super(message);
    }

    @Override
    public SealconfException ofSealed() {
      return as(OpeningFailure.Malformed::new).withoutHintsForPlain();
    }
  }

  /** The file holds nothing to encrypt. */
  public static final class Empty extends FileFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public Empty(String message) {
      super(message);
    }
  }
}
