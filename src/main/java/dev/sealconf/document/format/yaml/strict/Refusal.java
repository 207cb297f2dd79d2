package dev.sealconf.document.format.yaml.strict;

/** Makes the failure for what SOPS would not read as it was meant. */
public interface Refusal {

  /**
   * The failure to throw.
   *
   * @param offset the byte that is wrong
   * @param hint what to write instead
   */
  RuntimeException at(int offset, String message, String hint);
}
