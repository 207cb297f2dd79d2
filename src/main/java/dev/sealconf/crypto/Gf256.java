package dev.sealconf.crypto;

/**
 * The field GF(2^8) modulo x^8 + x^4 + x^3 + x + 1. Addition is {@code ^}. The elements are parts
 * of keys, so no table lookup and no branch depends on them.
 */
final class Gf256 {
  private static final int REDUCTION = 0x11B;

  private Gf256() {}

  static int multiply(int a, int b) {
    int product = 0;
    int shifted = a;
    for (int bit = 0; bit < Byte.SIZE; bit++) {
      product ^= -((b >>> bit) & 1) & shifted;
      shifted <<= 1;
      shifted ^= -((shifted >>> Byte.SIZE) & 1) & REDUCTION;
    }
    return product;
  }

  /**
   * Returns {@code a / b}, where {@code b} isn't 0. The inverse of {@code b} is its 254th power.
   */
  static int divide(int a, int b) {
    int square = b;
    int inverse = 1;
    for (int i = 1; i < Byte.SIZE; i++) {
      square = multiply(square, square);
      inverse = multiply(inverse, square);
    }
    return multiply(a, inverse);
  }
}
