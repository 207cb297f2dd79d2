package dev.sealconf.git.protection;

/** How a path is protected; its attributes say so, for everyone who clones the repository. */
public enum ProtectionMode {
  /** Plaintext in the work tree, encrypted in git. */
  TRANSPARENT("transparent", "filter=sealconf diff=sealconf merge=sealconf -text"),

  /** Encrypted in the work tree and in git. */
  SEALED("sealed", "diff=sealconf merge=sealconf -text");

  private final String word;
  private final String attributes;

  ProtectionMode(String word, String attributes) {
    this.word = word;
    this.attributes = attributes;
  }

  /** Returns the name of the mode. */
  public String word() {
    return word;
  }

  /**
   * Returns what a line of {@code .gitattributes} says behind its pattern. Without {@code -text},
   * git may change line ends, which the encrypted form of a file keeps.
   */
  public String attributes() {
    return attributes;
  }
}
