package dev.sealconf.cli.failure;

import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.EditorFailure;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.ProgramFailure;
import dev.sealconf.error.RequiredKeyFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.SealingFailure;
import dev.sealconf.error.UsageFailure;
import java.util.Map;

/**
 * SOPS's exit codes by name, and the exit code of each type of failure ({@code
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
  COMMAND_NOT_EXECUTABLE(126),
  COMMAND_NOT_FOUND(127),
  NO_DATA_KEY(128),
  NOT_MODIFIED(200),
  NO_EDITOR(201),
  ALREADY_ENCRYPTED(203),
  /** Not in SOPS, which has no required keys. */
  REQUIRED_KEY_FAILED(210);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** Returns the process exit status, 0 to 255. */
  public int number() {
    return number;
  }

  /** Returns the exit code for a failure of this type. A command may use another one. */
  public static ExitCode of(SealconfException failure) {
    return ByType.CODES.getOrDefault(failure.getClass(), GENERIC);
  }

  /** Created only for a failure, so that a successful run doesn't load the types of failures. */
  private static final class ByType {
    private static final Map<Class<?>, ExitCode> CODES =
        Map.ofEntries(
            Map.entry(FileFailure.Missing.class, NO_FILE),
            Map.entry(FileFailure.Unreadable.class, COULD_NOT_READ_INPUT),
            Map.entry(FileFailure.Malformed.class, COULD_NOT_READ_INPUT),
            Map.entry(FileFailure.Empty.class, NEEDS_A_DOCUMENT),
            Map.entry(SealingFailure.NotEncryptable.class, ERROR_ENCRYPTING_TREE),
            Map.entry(SealingFailure.AlreadyEncrypted.class, ALREADY_ENCRYPTED),
            Map.entry(OpeningFailure.ValueNotOpened.class, ERROR_DECRYPTING_TREE),
            Map.entry(OpeningFailure.Changed.class, MAC_MISMATCH),
            Map.entry(KeyFailure.NoDataKey.class, NO_DATA_KEY),
            Map.entry(KeyFailure.NotUnwrapped.class, NO_DATA_KEY),
            Map.entry(ConfigFailure.InvalidPattern.class, INVALID_CONFIG),
            Map.entry(OutputFailure.NotWritten.class, COULD_NOT_WRITE_OUTPUT),
            Map.entry(OutputFailure.NotRepresentable.class, ERROR_DUMPING_TREE),
            Map.entry(RequiredKeyFailure.class, REQUIRED_KEY_FAILED),
            Map.entry(EditorFailure.class, NO_EDITOR),
            Map.entry(ProgramFailure.NotExecutable.class, COMMAND_NOT_EXECUTABLE),
            Map.entry(ProgramFailure.Missing.class, COMMAND_NOT_FOUND),
            Map.entry(UsageFailure.NoFile.class, NO_FILE),
            Map.entry(UsageFailure.Conflict.class, CONFLICTING_PARAMETERS),
            Map.entry(UsageFailure.InvalidPattern.class, CONFLICTING_PARAMETERS),
            Map.entry(UsageFailure.InvalidValue.class, INVALID_SET_FORMAT),
            Map.entry(UsageFailure.NotJson.class, INVALID_SET_FORMAT),
            Map.entry(UsageFailure.InvalidPath.class, INVALID_TREE_PATH),
            Map.entry(UsageFailure.InvalidContext.class, INVALID_ENCRYPTION_CONTEXT),
            Map.entry(UsageFailure.DuplicateKind.class, DUPLICATE_DECRYPTION_KEY_TYPE));
  }
}
