package dev.sealconf.keys.providers.age;

/** An identity that is a text, {@code AGE-SECRET-KEY-…}, and knows its recipient. */
public interface KeyPair extends AgeIdentity, AutoCloseable {

  /** The name of the public half, {@code age1…}. */
  String recipientName();

  /** Wipes the private key, as far as Java can. */
  @Override
  void close();
}
