package dev.sealconf.error;

/** The exit codes of SOPS, by name ({@code docs/compatibility.md §exit codes}). */
public enum ExitCode {
  OK(0),
  GENERIC(1),
  COULD_NOT_READ_INPUT(2),
  COULD_NOT_WRITE_OUTPUT(3),
  ERROR_DUMPING_TREE(4),
  INVALID_ENCRYPTION_CONTEXT(6),
  INVALID_SET_FORMAT(7),
  CONFLICTING_PARAMETERS(8),
  ERROR_ENCRYPTING_MAC(21),
  ERROR_ENCRYPTING_TREE(23),
  ERROR_DECRYPTING_TREE(25),
  KEYS_OF_MISSING_FILE(49),
  MAC_MISMATCH(51),
  INVALID_CONFIG(61),
  INVALID_TREE_PATH(91),
  NEEDS_A_DOCUMENT(92),
  NO_FILE(100),
  DUPLICATE_DECRYPTION_KEY_TYPE(112),
  NO_DATA_KEY(128),
  NOT_MODIFIED(200),
  NO_EDITOR(201),
  ALREADY_ENCRYPTED(203);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The process exit status, 0 to 255. */
  public int number() {
    return number;
  }
}
