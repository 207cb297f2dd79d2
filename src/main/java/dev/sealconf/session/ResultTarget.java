package dev.sealconf.session;

import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.util.List;
import java.util.Optional;

/** Where the result goes: standard output, {@code --output}, or {@code --in-place}. */
public record ResultTarget(boolean inPlace, Optional<String> output) {

  /** The argument that means standard input. */
  public static final String STANDARD_INPUT = "-";

  /** The name of standard input in messages. */
  public static final String STANDARD_INPUT_NAME = "<stdin>";

  /**
   * Reads the overrides.
   *
   * @throws SealconfException with exit code 8 if they contradict each other or the words
   */
  public static ResultTarget of(Overrides given) {
    return of(given, given.words());
  }

  /** Reads the overrides for files that the words don't name. */
  public static ResultTarget of(Overrides given, List<String> words) {
    ResultTarget target = new ResultTarget(given.on("in-place"), given.text("output"));
    if (target.inPlace && target.output.isPresent()) {
      throw conflict("--output and --in-place can't be used together");
    }
    if (target.inPlace && (words.isEmpty() || words.contains(STANDARD_INPUT))) {
      throw conflict("--in-place needs a file to write back to");
    }
    if (!target.inPlace && words.size() > 1) {
      throw conflict("several files can only be changed in place")
          .hint("add --in-place, or run the command once for each file");
    }
    return target;
  }

  private static SealconfException conflict(String message) {
    return new UsageFailure.Conflict(message);
  }
}
