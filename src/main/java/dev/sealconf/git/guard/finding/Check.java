package dev.sealconf.git.guard.finding;

/** Lists what the guard checks ({@code docs/git-verify.md §checks}). */
public enum Check {
  PLAINTEXT("plaintext", "A file that must be encrypted is not encrypted"),
  DECRYPTED("decrypted", "A file that was encrypted before is not encrypted any more"),
  CLEAR_VALUE("clear-value", "A value in an encrypted file is not encrypted, but must be"),
  DAMAGED("damaged", "An encrypted file can't be read"),
  CHANGED("changed", "The MAC, the seal or a value of an encrypted file doesn't match"),
  NO_SEAL("no-seal", "An encrypted file has no seal, but .sops.yaml requires one"),
  RECIPIENTS("recipients", "The recipients of a file are not those of its creation rule"),
  SELECTION("selection", "A file encrypts other values than its creation rule says"),
  CONFLICT("conflict", "A file that must be encrypted has conflict markers"),
  RAW_TEXT("raw-text", "A file with a conflict or a syntax error was encrypted as a whole"),
  PRIVATE_KEY("private-key", "A file contains a private key"),
  COPY("plaintext-copy", "A file is a plaintext copy of an encrypted file"),
  TOO_LARGE("too-large", "A file that must be encrypted is too large to check"),
  MISSING("missing-object", "The content of a file is not in this clone"),
  SETTINGS("settings", "A .sops.yaml or .gitattributes can't be used");

  private final String id;
  private final String summary;

  Check(String id, String summary) {
    this.id = id;
    this.summary = summary;
  }

  /** Returns the word that reports and documentation use. */
  public String id() {
    return id;
  }

  /** Returns what is wrong when the check fails: a sentence without a full stop. */
  public String summary() {
    return summary;
  }
}
