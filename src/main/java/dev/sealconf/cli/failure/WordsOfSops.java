package dev.sealconf.cli.failure;

import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.EditorFailure;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.SealingFailure;
import dev.sealconf.error.UsageFailure;

/**
 * SOPS's message for a failure. Programs that call {@code sops} look for it, so it comes first if
 * this program is called {@code sops} ({@code docs/compatibility.md §messages}).
 *
 * @param text the message; empty if SOPS has none that a caller could look for
 * @param alone whether callers compare all of standard error, so that nothing may follow
 */
record WordsOfSops(String text, boolean alone) {

  /** Returns the message for a failure that ends the program with this exit code. */
  static WordsOfSops of(SealconfException failure, ExitCode code) {
    if (failure instanceof FileFailure.Missing missing && !missing.path().isEmpty()) {
      return new WordsOfSops(missing(missing, code), false);
    }
    if (failure instanceof ConfigFailure.EmptyKeyGroup) {
      return new WordsOfSops("Could not generate data key: [empty key group provided]", true);
    }
    return new WordsOfSops(byType(failure, code), false);
  }

  private static String missing(FileFailure.Missing missing, ExitCode code) {
    return code == ExitCode.COULD_NOT_READ_INPUT
        ? "Error reading file: no such file or directory"
        : "Error: cannot operate on non-existent file \"" + Printable.plain(missing.path()) + "\"";
  }

  private static String byType(SealconfException failure, ExitCode code) {
    if (failure instanceof ConfigFailure.NoMatchingRule) {
      return "error loading config: no matching creation rules found";
    } else if (failure instanceof ConfigFailure.NoRecipients) {
      return "config file not found, or has no creation rules, and no keys provided through command"
          + " line options";
    } else if (failure instanceof UsageFailure.NotJson) {
      return "Value for --set is not valid JSON";
    } else if (failure instanceof OpeningFailure.NotEncrypted) {
      return "sops metadata not found";
    } else if (failure instanceof OpeningFailure.Changed) {
      return "MAC mismatch.";
    } else if (failure instanceof OpeningFailure.ValueNotOpened) {
      return "Error decrypting tree: Error walking tree: Could not decrypt value";
    } else if (failure instanceof SealingFailure.AlreadyEncrypted) {
      return "The file you have provided contains a top-level entry called 'sops'";
    } else if (failure instanceof EditorFailure) {
      return "Could not run editor: " + failure.getMessage();
    } else if (failure instanceof FileFailure.Empty) {
      return "File cannot be completely empty, it must contain at least one document";
    } else if (failure instanceof KeyFailure && code == ExitCode.NO_DATA_KEY) {
      return "Failed to get the data key required to decrypt the SOPS file.";
    }
    return code == ExitCode.NO_FILE ? "Error: no file specified" : "";
  }
}
