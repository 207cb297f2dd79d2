package dev.sealconf.error;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one way this program fails towards a user: what is wrong with what, where, what to do, and
 * the exit code. The message starts in lower case, ends without a full stop, holds no secret, and
 * quotes untrusted text by {@link Printable}. It never carries a library's exception or its text:
 * those quote their input.
 */
public final class SealconfException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;
  private final transient Location location;
  private final transient List<String> hints;

  public SealconfException(ExitCode code, String message) {
    this(code, message, null, List.of());
  }

  private SealconfException(ExitCode code, String message, Location location, List<String> hints) {
    super(message, null, false, true);
    this.code = code;
    this.location = location;
    this.hints = hints;
  }

  /** The same failure at this place; a place that is already known wins. */
  public SealconfException at(Location place) {
    return location != null ? this : new SealconfException(code, getMessage(), place, hints);
  }

  /** The same failure with another exit code. */
  public SealconfException as(ExitCode other) {
    return new SealconfException(other, getMessage(), location, hints);
  }

  /** The same failure with one more line that says what to type or do next. */
  public SealconfException hint(String hint) {
    return new SealconfException(
        code, getMessage(), location, Stream.concat(hints.stream(), Stream.of(hint)).toList());
  }

  public ExitCode code() {
    return code;
  }

  public Optional<Location> location() {
    return Optional.ofNullable(location);
  }

  public List<String> hints() {
    return hints;
  }
}
