package dev.sealconf.crypto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Splits a secret into shares of which a threshold gives it back ({@code docs/format.md §5.1}).
 * Each byte of the secret is the value at 0 of a polynomial of its own over {@link Gf256}; share
 * number i holds the values at i + 1, and i + 1 as its last byte.
 */
public final class Shamir {
  /** The greatest number of shares: as many points as there are besides 0. */
  public static final int MOST_SHARES = 255;

  private Shamir() {}

  /**
   * The shares, each one byte longer than the secret. The caller closes them.
   *
   * @param entropy gives so many random bytes
   * @throws IllegalArgumentException unless 2 ≤ threshold ≤ shares ≤ {@link #MOST_SHARES}
   */
  public static List<SecretBytes> split(
      SecretBytes secret, int shares, int threshold, IntFunction<byte[]> entropy) {
    if (threshold < 2 || shares < threshold || shares > MOST_SHARES) {
      throw new IllegalArgumentException(
          "a secret can't be split into " + shares + " shares with a threshold of " + threshold);
    }
    int length = secret.length();
    byte[] coefficients = entropy.apply(length * (threshold - 1));
    List<SecretBytes> result = new ArrayList<>(shares);
    for (int x = 1; x <= shares; x++) {
      byte[] share = Arrays.copyOf(secret.exposed(), length + 1);
      for (int i = 0; i < length; i++) {
        share[i] = (byte) valueAt(x, share[i], coefficients, i, length);
      }
      share[length] = (byte) x;
      result.add(SecretBytes.owning(share));
    }
    Arrays.fill(coefficients, (byte) 0);
    return result;
  }

  /**
   * The secret, a new array that the caller closes; empty if the shares don't belong to one secret:
   * fewer than two, shorter than two bytes, of different lengths, two of the same number, or one
   * numbered 0. Too few shares for the threshold give a wrong secret: nothing in them tells.
   */
  public static Optional<SecretBytes> combine(List<SecretBytes> shares) {
    if (!fitTogether(shares)) {
      return Optional.empty();
    }
    int length = shares.get(0).length() - 1;
    byte[] secret = new byte[length];
    for (SecretBytes share : shares) {
      int weight = weight(share, shares);
      for (int i = 0; i < length; i++) {
        secret[i] ^= (byte) Gf256.multiply(share.exposed()[i] & 0xFF, weight);
      }
    }
    return Optional.of(SecretBytes.owning(secret));
  }

  /** Horner's rule; the coefficients of byte i are at i, i + stride, i + 2 stride and so on. */
  private static int valueAt(int x, byte constant, byte[] coefficients, int i, int stride) {
    int value = 0;
    for (int at = coefficients.length - stride + i; at >= 0; at -= stride) {
      value = Gf256.multiply(value ^ (coefficients[at] & 0xFF), x);
    }
    return value ^ (constant & 0xFF);
  }

  /** What a share counts in the value at 0: Lagrange's basis polynomial of its point. */
  private static int weight(SecretBytes share, List<SecretBytes> shares) {
    int weight = 1;
    for (SecretBytes other : shares) {
      if (other != share) {
        weight = Gf256.multiply(weight, Gf256.divide(point(other), point(other) ^ point(share)));
      }
    }
    return weight;
  }

  private static boolean fitTogether(List<SecretBytes> shares) {
    if (shares.size() < 2 || shares.get(0).length() < 2) {
      return false;
    }
    int length = shares.get(0).length();
    long points = shares.stream().mapToInt(Shamir::point).filter(p -> p != 0).distinct().count();
    return points == shares.size() && shares.stream().allMatch(s -> s.length() == length);
  }

  private static int point(SecretBytes share) {
    return share.exposed()[share.length() - 1] & 0xFF;
  }
}
