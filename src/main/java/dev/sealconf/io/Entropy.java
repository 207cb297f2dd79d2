package dev.sealconf.io;

import java.security.SecureRandom;

/** Where random bytes come from: the operating system, or a seeded generator in tests. */
@FunctionalInterface
public interface Entropy {

  /** {@code count} fresh bytes, fit for keys and nonces. */
  byte[] bytes(int count);

  /** The same for a library that wants a generator; to be handed on, not to be used. */
  default SecureRandom generator() {
    return new EntropyGenerator(this);
  }

  /** The operating system's generator; opened at the first use. */
  static Entropy system() {
    return new SystemEntropy(SystemEntropy.DEVICE);
  }
}
