package dev.sealconf.error;

/** An encrypted file can't be decrypted, although its data key may be available. */
public abstract sealed class OpeningFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  private OpeningFailure(String message) {
    super(message);
  }

  /** The file has no metadata, so it isn't encrypted. */
  public static final class NotEncrypted extends OpeningFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public NotEncrypted(String message) {
      super(message);
    }
  }

  /** The file's metadata or text is malformed. */
  public static final class Malformed extends OpeningFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public Malformed(String message) {
      super(message);
    }
  }

  /** An encrypted value can't be decrypted, or is in a place where none belongs. */
  public static final class ValueNotOpened extends OpeningFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public ValueNotOpened(String message) {
      super(message);
    }
  }

  /** The MAC or the seal doesn't match: someone changed the file without having a key. */
  public static final class Changed extends OpeningFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public Changed(String message) {
      super(message);
    }
  }
}
