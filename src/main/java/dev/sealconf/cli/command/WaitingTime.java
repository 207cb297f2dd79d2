package dev.sealconf.cli.command;

import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses durations such as {@code 30s}, {@code 5m} and {@code 1h}. */
final class WaitingTime {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(s|m|h)");

  private WaitingTime() {}

  /**
   * Parses a duration.
   *
   * @throws UsageFailure.Mistake if the text isn't one, or it is zero
   */
  static Duration parse(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      throw new UsageFailure.Mistake(Printable.quote(text) + " is not a time")
          .hint("write seconds, minutes or hours: 30s, 5m, 1h");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }
}
