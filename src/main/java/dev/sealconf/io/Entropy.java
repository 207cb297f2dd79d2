package dev.sealconf.io;

import java.security.SecureRandom;

/** A source of random bytes: the operating system, or a seeded generator in tests. */
@FunctionalInterface
public interface Entropy {

  /** Returns {@code count} new random bytes, suitable for keys and nonces. */
  byte[] bytes(int count);

  /** Returns the same source in the form that libraries expect. Only pass it on to a library. */
  default SecureRandom generator() {
    return new EntropyGenerator(this);
  }

  /** Returns the operating system's generator, which is opened when first used. */
  static Entropy system() {
    return new SystemEntropy(SystemEntropy.DEVICE);
  }
}
