package dev.sealconf.document.format.yaml.scalar;

/**
 * Reads dates and times in plain scalars as SOPS's parser does: {@code 2001-1-2}, {@code
 * 2001-1-2T3:4:5.6Z} (also with {@code t} and offsets), {@code 2001-1-2 3:4:5.6}.
 */
public final class TimestampResolver {
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final String text;
  private int at;

  private TimestampResolver(String text) {
    this.text = text;
  }

  /** Returns the time as RFC 3339 text with as many decimals as it needs, or null. */
  public static String canonical(String text) {
    if (text.length() < 8 || text.charAt(4) != '-') {
      return null;
    }
    for (int i = 0; i < 4; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return null;
      }
    }
    return new TimestampResolver(text).read();
  }

  private String read() {
    int year = Integer.parseInt(text.substring(0, 4));
    at = 4;
    int month = expect('-') ? number(2) : -1;
    int day = expect('-') ? number(2) : -1;
    if (month < 1 || month > 12 || day < 1 || day > days(year, month)) {
      return null;
    }
    StringBuilder out = new StringBuilder(32).append(text, 0, 4);
    two(out.append('-'), month);
    two(out.append('-'), day);
    if (at == text.length()) {
      return out.append("T00:00:00Z").toString();
    }
    char separator = text.charAt(at++);
    if (separator != 'T' && separator != 't' && separator != ' ') {
      return null;
    }
    while (separator == ' ' && at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return time(out.append('T'), separator != ' ');
  }

  private String time(StringBuilder out, boolean zoned) {
    int hour = number(2);
    int minute = expect(':') ? number(2) : -1;
    int second = expect(':') ? number(2) : -1;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return null;
    }
    two(out, hour);
    two(out.append(':'), minute);
    two(out.append(':'), second);
    fraction(out);
    if (!zoned) {
      return at == text.length() ? out.append('Z').toString() : null;
    }
    return zone(out) && at == text.length() ? out.toString() : null;
  }

  private void fraction(StringBuilder out) {
    boolean point = at + 1 < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',');
    if (!point || digitAt(at + 1) < 0) {
      return;
    }
    int from = ++at;
    while (digitAt(at) >= 0) {
      at++;
    }
    int end = Math.min(at, from + 9);
    while (end > from && text.charAt(end - 1) == '0') {
      end--;
    }
    if (end > from) {
      out.append('.').append(text, from, end);
    }
  }

  private boolean zone(StringBuilder out) {
    if (at >= text.length()) {
      return false;
    }
    char sign = text.charAt(at++);
    if (sign == 'Z') {
      out.append('Z');
      return true;
    }
    if (sign != '+' && sign != '-' || at + 5 != text.length() || text.charAt(at + 2) != ':') {
      return false;
    }
    int hours = pair(at);
    int minutes = pair(at + 3);
    at += 5;
    if (hours < 0 || hours > 24 || minutes < 0 || minutes > 60) {
      return false;
    }
    int total = hours * 60 + minutes;
    if (total == 0) {
      out.append('Z');
    } else {
      two(out.append(sign), total / 60);
      two(out.append(':'), total % 60);
    }
    return true;
  }

  private int pair(int from) {
    int tens = digitAt(from);
    int ones = digitAt(from + 1);
    return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
  }

  private boolean expect(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  /** Reads one to {@code most} digits; -1 if there are none. */
  private int number(int most) {
    int value = -1;
    for (int i = 0; i < most && digitAt(at) >= 0; i++) {
      value = Math.max(value, 0) * 10 + digitAt(at++);
    }
    return value;
  }

  private int digitAt(int index) {
    if (index >= text.length()) {
      return -1;
    }
    char c = text.charAt(index);
    return c >= '0' && c <= '9' ? c - '0' : -1;
  }

  private static int days(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }

  private static void two(StringBuilder out, int value) {
    out.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
  }
}
