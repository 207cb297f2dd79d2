package dev.sealconf.operation.file;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The time as the {@code lastmodified} field has it. */
public final class Timestamps {
  private Timestamps() {}

  /** RFC 3339, UTC, whole seconds. */
  public static String now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
