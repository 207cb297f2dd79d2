package dev.sealconf.error;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one way this program fails toward a user. The type says what happened, so that a caller can
 * tell cases apart; message, place and hints are for people. The command line decides which exit
 * code each type has.
 *
 * <p>The message starts in lower case, ends without a full stop, holds no secret, and quotes
 * untrusted text with {@link Printable}. A failure never carries a library's exception or its text,
 * which quote their input: it keeps only the {@link Origin} of that exception, for debugging.
 */
public abstract sealed class SealconfException extends RuntimeException implements Cloneable
    permits FileFailure,
        SealingFailure,
        OpeningFailure,
        KeyFailure,
        ConfigFailure,
        OutputFailure,
        UsageFailure,
        MachineFailure,
        EditorFailure,
        ProgramFailure,
        NotFound,
        RequiredKeyFailure,
        Refusal {
  private static final long serialVersionUID = 1L;

  private String message;
  private transient Details details = Details.NONE;

  /**
   * A line of advice; {@code plainOnly} if it doesn't apply to a file that is encrypted already.
   */
  private record Hint(String text, boolean plainOnly) {}

  /** What is known besides type and message; {@code location} may be null. */
  private record Details(
      Location location, List<Hint> hints, List<Origin> origins, boolean temporary) {
    static final Details NONE = new Details(null, List.of(), List.of(), false);
  }

  SealconfException(String message) {
    super(null, null, false, true);
    this.message = message;
  }

  @Override
  public final String getMessage() {
    return message;
  }

  /** A copy of the same type that began where this one did. */
  private SealconfException copy(String otherMessage, Details other) {
    try {
      SealconfException copy = (SealconfException) clone();
      copy.message = otherMessage;
      copy.details = other;
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  private SealconfException copy(Details other) {
    return copy(message, other);
  }

  /** The same failure at this place; a place that is already known wins. */
  public final SealconfException at(Location place) {
    return details.location != null
        ? this
        : copy(new Details(place, details.hints, details.origins, details.temporary));
  }

  /** The same failure with words in front of its message. */
  public final SealconfException after(String words) {
    return copy(words + message, details);
  }

  /** The same failure with one more line that says what to type or do next. */
  public final SealconfException hint(String hint) {
    return hint(new Hint(hint, false));
  }

  /** Like {@link #hint}, for a hint that helps only with a file that isn't encrypted yet. */
  public final SealconfException hintForPlain(String hint) {
    return hint(new Hint(hint, true));
  }

  private SealconfException hint(Hint hint) {
    return hints(Stream.concat(details.hints.stream(), Stream.of(hint)).toList());
  }

  private SealconfException hints(List<Hint> hints) {
    return copy(new Details(details.location, hints, details.origins, details.temporary));
  }

  /** The same failure for a file that is encrypted already: without the hints for plain files. */
  final SealconfException withoutHintsForPlain() {
    return hints(details.hints.stream().filter(hint -> !hint.plainOnly()).toList());
  }

  /** The same failure as one of another type: message, place, hints and origins stay. */
  public final SealconfException as(FailureType type) {
    SealconfException copy = type.of(message).copy(details);
    copy.setStackTrace(getStackTrace());
    return copy;
  }

  /**
   * What this failure is if it happens while an encrypted file is read: its type may be another,
   * and it has no hints for plain files.
   */
  public SealconfException ofSealed() {
    return withoutHintsForPlain();
  }

  /** The same failure, which something else led to; of that, only {@link Origin}s are kept. */
  public final SealconfException from(Throwable cause) {
    List<Origin> origins =
        Stream.concat(details.origins.stream(), Origin.of(cause).stream()).toList();
    return copy(new Details(details.location, details.hints, origins, details.temporary));
  }

  /**
   * The same failure, which a later attempt may not meet: a timeout, a busy service, a login that
   * the user can renew. Nothing may remember it.
   */
  public final SealconfException temporary() {
    return copy(new Details(details.location, details.hints, details.origins, true));
  }

  /** Whether a later attempt with the same input may succeed. */
  public final boolean isTemporary() {
    return details.temporary;
  }

  /** What led to it, as far as that was kept: the latest first, for each cause in turn. */
  public final List<Origin> origins() {
    return details.origins;
  }

  /** Where it happened, if a file is to blame. */
  public final Optional<Location> location() {
    return Optional.ofNullable(details.location);
  }

  /** Lines that say what to type or do next, the most useful first. */
  public final List<String> hints() {
    return details.hints.stream().map(Hint::text).toList();
  }
}
