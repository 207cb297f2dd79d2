package dev.sealconf.keys.providers.age;

/** An identity that is a text, {@code AGE-SECRET-KEY-…}, and knows its recipient. */
public interface KeyPair extends AgeIdentity {

  /** The name of the public half, {@code age1…}. */
  String recipientName();
}
