package dev.sealconf.cli.work;

import dev.sealconf.error.SealconfException;

/**
 * The words that SOPS has for a failure. Programs that call {@code sops} look for them, so they
 * come first for a program of that name ({@code docs/compatibility.md §messages}).
 */
final class WordsOfSops {
  private WordsOfSops() {}

  /** The words; empty if SOPS has none that anybody could look for. */
  static String of(SealconfException failure) {
    if (!failure.wordsOfSops().isEmpty()) {
      return failure.wordsOfSops();
    }
    return switch (failure.code()) {
      case NO_DATA_KEY -> "Failed to get the data key required to decrypt the SOPS file.";
      case MAC_MISMATCH -> "MAC mismatch.";
      case ERROR_DECRYPTING_TREE ->
          "Error decrypting tree: Error walking tree: Could not decrypt value";
      case ALREADY_ENCRYPTED ->
          "The file you have provided contains a top-level entry called 'sops'";
      case NEEDS_A_DOCUMENT ->
          "File cannot be completely empty, it must contain at least one document";
      case NO_FILE -> "Error: no file specified";
      default -> "";
    };
  }
}
