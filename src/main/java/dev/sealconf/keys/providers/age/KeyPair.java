package dev.sealconf.keys.providers.age;

/** An identity written as {@code AGE-SECRET-KEY-…}, which knows its recipient. */
public interface KeyPair extends AgeIdentity, AutoCloseable {

  /** Returns the matching recipient, {@code age1…}. */
  String recipientName();

  /** Wipes the private key, as far as Java can. */
  @Override
  void close();
}
