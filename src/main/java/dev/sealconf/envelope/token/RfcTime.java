package dev.sealconf.envelope.token;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An RFC 3339 time as SOPS reads and prints it: {@code T} and {@code Z} in uppercase, the hour with
 * one or two digits.
 */
public final class RfcTime {
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{1,2}):([0-9]{2}):([0-9]{2})"
              + "(?:[.,]([0-9]+))?(Z|([+-])([0-9]{2}):([0-9]{2}))");
  private static final int NANO_DIGITS = 9;

  private RfcTime() {}

  /**
   * Returns the time with its fraction of a second, without trailing zeros; empty if the text isn't
   * a time.
   */
  public static Optional<String> exact(String text) {
    return read(text).map(m -> upToSecond(m) + fraction(m.group(7)) + zone(m));
  }

  /** Returns the time in whole seconds; empty if the text isn't a time. */
  public static Optional<String> wholeSeconds(String text) {
    Optional<Matcher> time = read(text);
    return time.isPresent()
        ? Optional.of(upToSecond(time.get()) + zone(time.get()))
        : Optional.empty();
  }

  private static Optional<Matcher> read(String text) {
    Matcher m = FORM.matcher(text);
    return m.matches() && isPossible(m) ? Optional.of(m) : Optional.empty();
  }

  private static boolean isPossible(Matcher m) {
    int month = number(m, 2);
    if (month < 1 || month > 12) {
      return false;
    }
    int lastDay = YearMonth.of(number(m, 1), month).lengthOfMonth();
    boolean day = number(m, 3) >= 1 && number(m, 3) <= lastDay;
    boolean time = number(m, 4) < 24 && number(m, 5) < 60 && number(m, 6) < 60;
    boolean zone = m.group(9) == null || number(m, 10) <= 24 && number(m, 11) <= 60;
    return day && time && zone;
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static String upToSecond(Matcher m) {
    String hour = m.group(4).length() == 1 ? "0" + m.group(4) : m.group(4);
    return m.group(1)
        + "-"
        + m.group(2)
        + "-"
        + m.group(3)
        + "T"
        + hour
        + ":"
        + m.group(5)
        + ":"
        + m.group(6);
  }

  private static String fraction(String digits) {
    if (digits == null) {
      return "";
    }
    int end = Math.min(digits.length(), NANO_DIGITS);
    while (end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return end == 0 ? "" : "." + digits.substring(0, end);
  }

  private static String zone(Matcher m) {
    int minutes = m.group(9) == null ? 0 : number(m, 10) * 60 + number(m, 11);
    return minutes == 0
        ? "Z"
        : m.group(9) + String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }
}
