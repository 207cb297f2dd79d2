package dev.sealconf.document.tree;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The decimal with the fewest digits that reads back as the same double; if several have as few
 * digits, the closest one. Go prints this with precision -1. {@code Double.toString} returns it
 * only since JDK 19.
 */
public final class ShortestDecimal {
  private static final double EXACT_INTEGERS = 1e15;

  private ShortestDecimal() {}

  /** Returns the decimal of a finite double, without trailing zeros. The sign of -0.0 is lost. */
  public static BigDecimal of(double value) {
    if (value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS) {
      return value == 0 ? BigDecimal.ZERO : BigDecimal.valueOf((long) value).stripTrailingZeros();
    }
    BigDecimal exact = new BigDecimal(value);
    // A normal double that has a form with 15 digits or fewer is found at 15; below, digits thin
    // out.
    int first = Math.abs(value) < Double.MIN_NORMAL ? 1 : 15;
    for (int digits = first; digits < 17; digits++) {
      for (RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.UP)) {
        // Above a power of two the gap is twice as wide, so the next decimal may work where the
        // nearest does not.
        BigDecimal candidate = exact.round(new MathContext(digits, mode));
        if (candidate.doubleValue() == value) {
          return candidate.stripTrailingZeros();
        }
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }
}
