package dev.sealconf.error;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one way this program fails towards a user: what is wrong with what, where, what to do, and
 * the exit code. The message starts in lower case, ends without a full stop, holds no secret, and
 * quotes untrusted text by {@link Printable}. It never carries a library's exception or its text,
 * which quote their input: only where that one began.
 */
public final class SealconfException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;
  private final transient Details details;

  /** A line of advice; {@code plainOnly} if it is none for a file that is encrypted already. */
  private record Hint(String text, boolean plainOnly) {}

  /** The words of SOPS; {@code alone} if its callers compare the whole of standard error. */
  private record WordsOfSops(String text, boolean alone) {
    static final WordsOfSops NONE = new WordsOfSops("", false);
  }

  /** What is known beside code and message; {@code location} may be null. */
  private record Details(
      Location location, List<Hint> hints, WordsOfSops wordsOfSops, List<Origin> origins) {
    Details with(Hint hint) {
      return new Details(location, added(hints, hint), wordsOfSops, origins);
    }

    private static <T> List<T> added(List<T> list, T one) {
      return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
  }

  public SealconfException(ExitCode code, String message) {
    this(code, message, new Details(null, List.of(), WordsOfSops.NONE, List.of()));
  }

  private SealconfException(ExitCode code, String message, Details details) {
    super(message, null, false, true);
    this.code = code;
    this.details = details;
  }

  /** A copy that began where this one did. */
  private SealconfException copy(ExitCode otherCode, String otherMessage, Details other) {
    SealconfException copy = new SealconfException(otherCode, otherMessage, other);
    copy.setStackTrace(getStackTrace());
    return copy;
  }

  private SealconfException copy(Details other) {
    return copy(code, getMessage(), other);
  }

  /** The same failure at this place; a place that is already known wins. */
  public SealconfException at(Location place) {
    return details.location != null
        ? this
        : copy(new Details(place, details.hints, details.wordsOfSops, details.origins));
  }

  /** The same failure with another exit code. */
  public SealconfException as(ExitCode other) {
    return copy(other, getMessage(), details);
  }

  /** The same failure with words in front of its message. */
  public SealconfException after(String words) {
    return copy(code, words + getMessage(), details);
  }

  /** The same failure with one more line that says what to type or do next. */
  public SealconfException hint(String hint) {
    return copy(details.with(new Hint(hint, false)));
  }

  /** Like {@link #hint}, for a hint that helps only with a file that is still to be encrypted. */
  public SealconfException hintForPlain(String hint) {
    return copy(details.with(new Hint(hint, true)));
  }

  /** The same failure for a file that is encrypted already: without the hints for plain files. */
  public SealconfException ofSealed() {
    List<Hint> hints = details.hints.stream().filter(hint -> !hint.plainOnly()).toList();
    return copy(new Details(details.location, hints, details.wordsOfSops, details.origins));
  }

  /**
   * The same failure with the words that SOPS has for it, which programs that call {@code sops}
   * look for.
   */
  public SealconfException inSops(String words) {
    return inSops(new WordsOfSops(words, false));
  }

  /** Like {@link #inSops(String)}, where callers expect these words and nothing more. */
  public SealconfException inSopsAlone(String words) {
    return inSops(new WordsOfSops(words, true));
  }

  private SealconfException inSops(WordsOfSops words) {
    return copy(new Details(details.location, details.hints, words, details.origins));
  }

  /** The same failure, which something else led to; of that, only {@link Origin}s are kept. */
  public SealconfException from(Throwable cause) {
    List<Origin> origins =
        Stream.concat(details.origins.stream(), Origin.of(cause).stream()).toList();
    return copy(new Details(details.location, details.hints, details.wordsOfSops, origins));
  }

  /** The words that SOPS has for this failure; empty if no caller looks for them. */
  public String wordsOfSops() {
    return details.wordsOfSops.text();
  }

  /** Whether a program called {@code sops} prints the words of SOPS and nothing more. */
  public boolean wordsOfSopsAlone() {
    return details.wordsOfSops.alone();
  }

  /** What led to it, as far as that was kept: the latest first, for each cause in turn. */
  public List<Origin> origins() {
    return details.origins;
  }

  public ExitCode code() {
    return code;
  }

  public Optional<Location> location() {
    return Optional.ofNullable(details.location);
  }

  public List<String> hints() {
    return details.hints.stream().map(Hint::text).toList();
  }
}
