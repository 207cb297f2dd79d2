package dev.sealconf.git.protection;

import java.util.Optional;

/**
 * What git and the work tree have at a protected path.
 *
 * @param inGit the blob in the index
 * @param inWorkTree the file
 * @param keyAtHand whether a key of the user opens the blob; empty if the blob isn't encrypted
 */
public record PathStatus(
    ProtectedPath path, StoredForm inGit, StoredForm inWorkTree, Optional<Boolean> keyAtHand) {

  /** Returns whether git has the path in plaintext. */
  public boolean isExposed() {
    return inGit == StoredForm.PLAINTEXT;
  }
}
