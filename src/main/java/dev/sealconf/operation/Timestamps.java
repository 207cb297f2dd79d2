package dev.sealconf.operation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The time as the {@code lastmodified} field has it. */
final class Timestamps {
  private Timestamps() {}

  /** RFC 3339, UTC, whole seconds. */
  static String now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
