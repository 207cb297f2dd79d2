package dev.sealconf.document.format.yaml.strict;

/** Makes the failure for text that SOPS would read differently. */
public interface Refusal {

  /**
   * Returns the failure to throw.
   *
   * @param offset the byte that is wrong
   * @param hint what to write instead
   */
  RuntimeException at(int offset, String message, String hint);
}
