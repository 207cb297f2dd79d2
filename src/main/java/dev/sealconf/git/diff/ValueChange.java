package dev.sealconf.git.diff;

import java.util.Optional;

/**
 * What happened to one value.
 *
 * @param place its path, and the number of its document
 * @param before what was there; empty if it was added
 * @param after what is there now; empty if it was removed
 */
public record ValueChange(String place, Optional<Shown> before, Optional<Shown> after) {

  /**
   * A value as it is shown.
   *
   * @param type its type, in the word that tokens have for it
   * @param value its text, or a fingerprint; in no need of quoting
   * @param secret whether the file's rule encrypts it
   */
  public record Shown(String type, String value, boolean secret) {}

  /** Returns what happened: added, changed or removed. */
  public String kind() {
    return before.isEmpty() ? "added" : after.isEmpty() ? "removed" : "changed";
  }
}
