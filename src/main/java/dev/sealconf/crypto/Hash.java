package dev.sealconf.crypto;

/** A running hash. */
public interface Hash {
  void update(byte[] bytes);

  /** The digest; the hash must not be used afterwards. */
  byte[] digest();
}
