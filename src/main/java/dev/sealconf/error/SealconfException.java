package dev.sealconf.error;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one type of failure that users see. Its subtype says what happened, so that callers can tell
 * failures apart. The message, location and hints are for people. The command line decides the exit
 * code for each type.
 *
 * <p>The message starts in lower case, ends without a period, contains no secret, and quotes
 * untrusted text with {@link Printable}. A failure never contains a library's exception or its
 * message, which may repeat its input. For debugging, it keeps only the {@link Origin} of that
 * exception.
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
        BindingFailure,
        RequiredKeyFailure,
        Refusal {
  private static final long serialVersionUID = 1L;

  private String message;
  private Details details = Details.NONE;

  /**
   * A line of advice. {@code plainOnly} means that it doesn't apply to a file that is already
   * encrypted.
   */
  private record Hint(String text, boolean plainOnly) implements Serializable {}

  /** Everything except the type and the message. {@code location} may be null. */
  private record Details(
      Location location, List<Hint> hints, List<Origin> origins, boolean temporary)
      implements Serializable {
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

  /**
   * Returns what Java prints for a failure that a program doesn't catch: also the place and the
   * hints.
   */
  @Override
  public final String toString() {
    StringBuilder text = new StringBuilder(getClass().getName()).append(": ");
    location().ifPresent(place -> text.append(place).append(": "));
    text.append(message);
    hints().forEach(hint -> text.append("\nhint: ").append(hint));
    return text.toString();
  }

  /** Returns a copy with the same type and stack trace. */
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

  /**
   * Returns the same failure with this location. A location that it already has stays.
   *
   * @hidden for this program itself
   */
  public final SealconfException at(Location place) {
    return details.location != null
        ? this
        : copy(new Details(place, details.hints, details.origins, details.temporary));
  }

  /**
   * Returns the same failure with {@code words} in front of its message.
   *
   * @hidden for this program itself
   */
  public final SealconfException after(String words) {
    return copy(words + message, details);
  }

  /**
   * Returns the same failure with one more line that says what to type or do next.
   *
   * @hidden for this program itself
   */
  public final SealconfException hint(String hint) {
    return hint(new Hint(hint, false));
  }

  /**
   * Like {@link #hint}, for a hint that helps only if the file isn't encrypted yet.
   *
   * @hidden for this program itself
   */
  public final SealconfException hintForPlain(String hint) {
    return hint(new Hint(hint, true));
  }

  private SealconfException hint(Hint hint) {
    return hints(Stream.concat(details.hints.stream(), Stream.of(hint)).toList());
  }

  /**
   * Returns the same failure with these lines instead of its hints.
   *
   * @hidden for this program itself
   */
  public final SealconfException withHints(List<String> lines) {
    return hints(lines.stream().map(line -> new Hint(line, false)).toList());
  }

  private SealconfException hints(List<Hint> hints) {
    return copy(new Details(details.location, hints, details.origins, details.temporary));
  }

  /** Returns the same failure without the hints that apply only to unencrypted files. */
  final SealconfException withoutHintsForPlain() {
    return hints(details.hints.stream().filter(hint -> !hint.plainOnly()).toList());
  }

  /**
   * Returns the same failure as another type, with the same message, location, hints and origins.
   *
   * @hidden for this program itself
   */
  public final SealconfException as(FailureType type) {
    SealconfException copy = type.of(message).copy(details);
    copy.setStackTrace(getStackTrace());
    return copy;
  }

  /**
   * Returns this failure as it applies to an encrypted file: without hints for unencrypted files,
   * and possibly of another type.
   *
   * @hidden for this program itself
   */
  public SealconfException ofSealed() {
    return withoutHintsForPlain();
  }

  /**
   * Returns the same failure with its cause, of which only the {@link Origin}s are kept.
   *
   * @hidden for this program itself
   */
  public final SealconfException from(Throwable cause) {
    List<Origin> origins =
        Stream.concat(details.origins.stream(), Origin.of(cause).stream()).toList();
    return copy(new Details(details.location, details.hints, origins, details.temporary));
  }

  /**
   * Returns the same failure marked as temporary, such as a timeout, a busy service, or a login
   * that the user can renew. Callers must not cache it.
   *
   * @hidden for this program itself
   */
  public final SealconfException temporary() {
    return copy(new Details(details.location, details.hints, details.origins, true));
  }

  /** Returns whether a later attempt with the same input may succeed. */
  public final boolean isTemporary() {
    return details.temporary;
  }

  /** Returns the recorded origins, most recent first for each cause. */
  public final List<Origin> origins() {
    return details.origins;
  }

  /** Returns where the failure happened, if a file caused it. */
  public final Optional<Location> location() {
    return Optional.ofNullable(details.location);
  }

  /** Returns lines that say what to type or do next, the most useful first. */
  public final List<String> hints() {
    return details.hints.stream().map(Hint::text).toList();
  }
}
