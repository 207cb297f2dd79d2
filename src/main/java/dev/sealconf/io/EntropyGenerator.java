package dev.sealconf.io;

import java.security.SecureRandom;

/**
 * Adapts {@link Entropy} for libraries that expect a {@code SecureRandom}. Doesn't use the JCA's
 * providers.
 */
final class EntropyGenerator extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final transient Entropy entropy;

  EntropyGenerator(Entropy entropy) {
    super(null, null);
    this.entropy = entropy;
  }

  @Override
  public void nextBytes(byte[] bytes) {
    System.arraycopy(entropy.bytes(bytes.length), 0, bytes, 0, bytes.length);
  }

  @Override
  public byte[] generateSeed(int count) {
    return entropy.bytes(count);
  }
}
