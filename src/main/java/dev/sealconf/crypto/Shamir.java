package dev.sealconf.crypto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Shamir's secret sharing: splits a secret into shares and combines any {@code threshold} of them
 * ({@code docs/format.md §5.1}). Each byte of the secret has its own polynomial over {@link Gf256},
 * whose value at 0 is that byte. Share number i contains the values at i + 1, and its last byte is
 * i + 1.
 */
public final class Shamir {
  /** The largest number of shares: the field has 255 points besides 0. */
  public static final int MOST_SHARES = 255;

  private Shamir() {}

  /**
   * Splits a secret into shares, each one byte longer than the secret. The caller closes them.
   *
   * @param entropy returns the given number of random bytes
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
   * Combines shares and returns the secret in a new array, which the caller closes. Returns empty
   * if the shares can't belong to one secret: there are fewer than two, one is shorter than two
   * bytes, their lengths differ, two have the same number, or one has the number 0. Fewer shares
   * than the threshold give a wrong secret, which can't be detected here.
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

  /**
   * Evaluates a polynomial with Horner's rule. Byte i has its coefficients at i, i + stride, i + 2
   * * stride and so on.
   */
  private static int valueAt(int x, byte constant, byte[] coefficients, int i, int stride) {
    int value = 0;
    for (int at = coefficients.length - stride + i; at >= 0; at -= stride) {
      value = Gf256.multiply(value ^ (coefficients[at] & 0xFF), x);
    }
    return value ^ (constant & 0xFF);
  }

  /** Returns a share's factor in the value at 0: the Lagrange basis polynomial of its point. */
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
