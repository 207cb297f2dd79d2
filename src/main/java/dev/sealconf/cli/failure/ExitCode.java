package dev.sealconf.cli.failure;

import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.SealingFailure;
import dev.sealconf.error.UsageFailure;

/**
 * The exit codes of SOPS, by name, and which type of failure has which ({@code
 * docs/compatibility.md §exit codes}).
 */
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

  /** The exit code that a failure of this type has; a command may have another for it. */
  public static ExitCode of(SealconfException failure) {
    if (failure instanceof FileFailure file) {
      return of(file);
    } else if (failure instanceof UsageFailure usage) {
      return of(usage);
    } else if (failure instanceof SealingFailure sealing) {
      return sealing instanceof SealingFailure.AlreadyEncrypted
          ? ALREADY_ENCRYPTED
          : ERROR_ENCRYPTING_TREE;
    } else if (failure instanceof OpeningFailure opening) {
      return of(opening);
    } else if (failure instanceof OutputFailure output) {
      return output instanceof OutputFailure.NotWritten
          ? COULD_NOT_WRITE_OUTPUT
          : ERROR_DUMPING_TREE;
    } else if (failure instanceof KeyFailure.NoDataKey
        || failure instanceof KeyFailure.NotUnwrapped) {
      return NO_DATA_KEY;
    }
    return failure instanceof ConfigFailure.InvalidPattern ? INVALID_CONFIG : GENERIC;
  }

  private static ExitCode of(FileFailure failure) {
    if (failure instanceof FileFailure.Missing) {
      return NO_FILE;
    }
    return failure instanceof FileFailure.Empty ? NEEDS_A_DOCUMENT : COULD_NOT_READ_INPUT;
  }

  private static ExitCode of(OpeningFailure failure) {
    if (failure instanceof OpeningFailure.ValueNotOpened) {
      return ERROR_DECRYPTING_TREE;
    }
    return failure instanceof OpeningFailure.Changed ? MAC_MISMATCH : GENERIC;
  }

  private static ExitCode of(UsageFailure failure) {
    if (failure instanceof UsageFailure.NoFile) {
      return NO_FILE;
    } else if (failure instanceof UsageFailure.Conflict
        || failure instanceof UsageFailure.InvalidPattern) {
      return CONFLICTING_PARAMETERS;
    } else if (failure instanceof UsageFailure.InvalidValue
        || failure instanceof UsageFailure.NotJson) {
      return INVALID_SET_FORMAT;
    } else if (failure instanceof UsageFailure.InvalidPath) {
      return INVALID_TREE_PATH;
    } else if (failure instanceof UsageFailure.InvalidContext) {
      return INVALID_ENCRYPTION_CONTEXT;
    }
    return failure instanceof UsageFailure.DuplicateKind ? DUPLICATE_DECRYPTION_KEY_TYPE : GENERIC;
  }
}
