package dev.sealconf.error;

/** A file can't be encrypted. */
public abstract sealed class SealingFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  private SealingFailure(String message) {
    super(message);
  }

  /** The file contains something that encryption and decryption would not preserve. */
  public static final class NotEncryptable extends SealingFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public NotEncryptable(String message) {
      super(message);
    }

    @Override
    public SealconfException ofSealed() {
      return as(OpeningFailure.ValueNotOpened::new).withoutHintsForPlain();
    }
  }

  /** The file is already encrypted, or has an entry where the metadata belongs. */
  public static final class AlreadyEncrypted extends SealingFailure {
    private static final long serialVersionUID = 1L;

    /** Creates a failure with this message. */
    public AlreadyEncrypted(String message) {
      super(message);
    }
  }
}
