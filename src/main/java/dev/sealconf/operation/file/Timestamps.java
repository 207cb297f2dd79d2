package dev.sealconf.operation.file;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Writes the time as the {@code lastmodified} field stores it. */
public final class Timestamps {
  private Timestamps() {}

  /** Returns the current time in RFC 3339, UTC, whole seconds. */
  public static String now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
