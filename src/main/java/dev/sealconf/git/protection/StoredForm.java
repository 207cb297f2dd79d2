package dev.sealconf.git.protection;

/** What a file, or a blob, is. */
public enum StoredForm {
  /** An encrypted file. */
  ENCRYPTED("encrypted"),
  /** Anything else that has bytes. */
  PLAINTEXT("plaintext"),
  /** No bytes: there is nothing to encrypt. */
  EMPTY("empty"),
  /** It isn't there, or can't be read. */
  MISSING("missing"),
  /** A partial clone doesn't have the blob. */
  NOT_FETCHED("not fetched"),
  /** A sparse checkout leaves it out. */
  NOT_CHECKED_OUT("not checked out"),
  /** The path is in the index more than once. */
  CONFLICT("conflict"),
  /** The path is not in the index. */
  UNTRACKED("not tracked");

  private final String words;

  StoredForm(String words) {
    this.words = words;
  }

  /** Returns the words that {@code git status} prints. */
  public String words() {
    return words;
  }
}
