package dev.sealconf.error;

/** An encrypted file can't be opened, although its data key may be at hand. */
public abstract sealed class OpeningFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  private OpeningFailure(String message) {
    super(message);
  }

  /** It has no metadata: it isn't an encrypted file. */
  public static final class NotEncrypted extends OpeningFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public NotEncrypted(String message) {
      super(message);
    }
  }

  /** Its metadata or its text is broken. */
  public static final class Malformed extends OpeningFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public Malformed(String message) {
      super(message);
    }
  }

  /** A token can't be decrypted, or stands where none belongs. */
  public static final class ValueNotOpened extends OpeningFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public ValueNotOpened(String message) {
      super(message);
    }
  }

  /** Its MAC or its seal doesn't fit: it was changed by something that had no key. */
  public static final class Changed extends OpeningFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public Changed(String message) {
      super(message);
    }
  }
}
