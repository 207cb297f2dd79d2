package dev.sealconf.git.repository;

/**
 * One entry of the index.
 *
 * @param mode in octal, such as {@code 100644}
 * @param object the name of the blob, in lower-case hex
 * @param stage 0; for a conflict, 1 for the base, 2 for our side, 3 for their side
 * @param path relative to the top of the work tree, with slashes
 */
public record IndexEntry(String mode, String object, int stage, String path) {

  /** Returns whether it is a file: no symbolic link and no submodule. */
  public boolean isFile() {
    return mode.startsWith("100");
  }
}
