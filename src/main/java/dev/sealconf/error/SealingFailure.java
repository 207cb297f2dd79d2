package dev.sealconf.error;

/** A file can't be encrypted. */
public abstract sealed class SealingFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  private SealingFailure(String message) {
    super(message);
  }

  /** It holds something that would not come back from an encrypted file. */
  public static final class NotEncryptable extends SealingFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public NotEncryptable(String message) {
      super(message);
    }

    @Override
    public SealconfException ofSealed() {
      return as(OpeningFailure.ValueNotOpened::new).withoutHintsForPlain();
    }
  }

  /** It is encrypted already, or has an entry where the metadata belongs. */
  public static final class AlreadyEncrypted extends SealingFailure {
    private static final long serialVersionUID = 1L;

    /** With this message. */
    public AlreadyEncrypted(String message) {
      super(message);
    }
  }
}
