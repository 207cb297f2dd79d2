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

  /** The operating system's generator; opened at the first use, because opening it takes time. */
  static Entropy system() {
    return new Entropy() {
      private SecureRandom random;

      @Override
      public synchronized byte[] bytes(int count) {
        if (random == null) {
          random = new SecureRandom();
        }
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
      }
    };
  }
}
