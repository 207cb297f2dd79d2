package dev.sealconf.cli.option;

import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Where a result goes: standard output, {@code --output}, or {@code --in-place}. */
public record TargetOptions(boolean inPlace, Optional<String> output) {

  /** The word for standard input. */
  public static final String STANDARD_INPUT = "-";

  /** What standard input is called in messages. */
  public static final String STANDARD_INPUT_NAME = "<stdin>";

  /** Declares them. */
  public static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.flag("Write the result back to each file; folders are walked", "i", "in-place"));
    spec.addOption(
        Options.value(
            "PATH", "Write the result to this file instead of standard output", "output"));
  }

  /**
   * Reads them.
   *
   * @throws SealconfException with 8 if they contradict each other or the words
   */
  public static TargetOptions of(Arguments given) {
    return of(given, given.words());
  }

  /** Reads them for files that are named elsewhere than among the words. */
  public static TargetOptions of(Arguments given, List<String> words) {
    TargetOptions target = new TargetOptions(given.on("in-place"), given.text("output"));
    if (target.inPlace && target.output.isPresent()) {
      throw conflict("--output and --in-place exclude each other");
    }
    if (target.inPlace && (words.isEmpty() || words.contains(STANDARD_INPUT))) {
      throw conflict("--in-place needs a file, there is none to write back to");
    }
    if (!target.inPlace && words.size() > 1) {
      throw conflict("several files can only be changed in place")
          .hint("add --in-place, or call it once for each file");
    }
    return target;
  }

  private static SealconfException conflict(String message) {
    return new UsageFailure.Conflict(message);
  }
}
