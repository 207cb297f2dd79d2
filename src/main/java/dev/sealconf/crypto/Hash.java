package dev.sealconf.crypto;

/** A running hash, for one thread. */
public interface Hash {
  /** Goes on with these bytes. */
  void update(byte[] bytes);

  /** The digest; the hash must not be used afterwards. */
  byte[] digest();
}
