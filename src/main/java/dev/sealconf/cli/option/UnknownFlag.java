package dev.sealconf.cli.option;

import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import java.util.Collection;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Refuses a flag that a command does not have, naming the one that was probably meant. */
public final class UnknownFlag {
  private static final int LETTERS_OF_A_SLIP = 2;

  private UnknownFlag() {}

  /**
   * The refusal of {@code typed}; what follows an equals sign is not repeated, it may be secret.
   * Nor is a word that may be the value of {@code set}.
   */
  public static SealconfException refusal(CommandSpec spec, String typed) {
    int equals = typed.indexOf('=');
    String flag = equals < 0 ? typed : typed.substring(0, equals);
    if (spec.name().equals("set") && !isSlip(flag, spec.optionsMap().keySet())) {
      return new SealconfException(
              ExitCode.INVALID_SET_FORMAT, "a word with a dash in front is neither a flag nor JSON")
          .hint("a string needs double quotes inside the shell's: '\"-text\"'")
          .hint("sealconf help set lists the flags");
    }
    boolean top = spec.name().equals(Options.PROGRAM);
    SealconfException failure =
        new SealconfException(
            ExitCode.GENERIC,
            "there is no flag " + Printable.quote(flag) + (top ? "" : " for " + spec.name()));
    return nearest(flag, spec.optionsMap().keySet())
        .map(name -> failure.hint("did you mean " + name + "?"))
        .orElse(failure)
        .hint("sealconf help" + (top ? "" : " " + spec.name()) + " says what there is");
  }

  private static boolean isSlip(String flag, Collection<String> known) {
    return flag.startsWith("--")
        && known.stream().anyMatch(name -> distance(flag, name) <= LETTERS_OF_A_SLIP);
  }

  /** The candidate that is nearest to what was typed, if it is near enough to be a slip. */
  public static Optional<String> nearest(String typed, Collection<String> candidates) {
    String best = null;
    int least = Math.max(2, typed.length() / 3) + 1;
    for (String candidate : candidates) {
      int distance = distance(typed, candidate);
      if (distance < least && distance < candidate.length() - 1) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Levenshtein's distance: insertions, deletions and replacements of one character. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
