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
  private final transient List<Hint> hints;
  private final String wordsOfSops;

  /** A line of advice; {@code plainOnly} if it is none for a file that is encrypted already. */
  private record Hint(String text, boolean plainOnly) {}

  public SealconfException(ExitCode code, String message) {
    this(code, message, null, List.of(), "");
  }

  private SealconfException(
      ExitCode code, String message, Location location, List<Hint> hints, String wordsOfSops) {
    super(message, null, false, true);
    this.code = code;
    this.location = location;
    this.hints = hints;
    this.wordsOfSops = wordsOfSops;
  }

  /** The same failure at this place; a place that is already known wins. */
  public SealconfException at(Location place) {
    return location != null ? this : copy(code, place, hints);
  }

  /** The same failure with another exit code. */
  public SealconfException as(ExitCode other) {
    return copy(other, location, hints);
  }

  /** The same failure with one more line that says what to type or do next. */
  public SealconfException hint(String hint) {
    return with(new Hint(hint, false));
  }

  /** Like {@link #hint}, for a hint that helps only with a file that is still to be encrypted. */
  public SealconfException hintForPlain(String hint) {
    return with(new Hint(hint, true));
  }

  /** The same failure for a file that is encrypted already: without the hints for plain files. */
  public SealconfException ofSealed() {
    return copy(code, location, hints.stream().filter(hint -> !hint.plainOnly()).toList());
  }

  /**
   * The same failure with the words that SOPS has for it, which programs that call {@code sops}
   * look for.
   */
  public SealconfException inSops(String words) {
    return new SealconfException(code, getMessage(), location, hints, words);
  }

  /** The words that SOPS has for it; empty if nobody looks for them. */
  public String wordsOfSops() {
    return wordsOfSops;
  }

  private SealconfException with(Hint hint) {
    return copy(code, location, Stream.concat(hints.stream(), Stream.of(hint)).toList());
  }

  private SealconfException copy(ExitCode code, Location location, List<Hint> hints) {
    return new SealconfException(code, getMessage(), location, hints, wordsOfSops);
  }

  public ExitCode code() {
    return code;
  }

  public Optional<Location> location() {
    return Optional.ofNullable(location);
  }

  public List<String> hints() {
    return hints.stream().map(Hint::text).toList();
  }
}
