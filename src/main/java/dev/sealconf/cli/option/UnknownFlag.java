package dev.sealconf.cli.option;

import dev.sealconf.error.NearestWord;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.util.List;

/** Refuses a flag that a command does not have, and suggests a similar one. */
public final class UnknownFlag {
  private static final int LETTERS_OF_A_SLIP = 2;

  private UnknownFlag() {}

  /**
   * Returns the failure for {@code typed}. It repeats neither the text after an equals sign, which
   * may be secret, nor a word that may be the value for {@code set}.
   */
  public static SealconfException refusal(CommandSpec spec, String typed) {
    int equals = typed.indexOf('=');
    String flag = equals < 0 ? typed : typed.substring(0, equals);
    List<String> known = List.copyOf(PicocliModel.of(spec, List.of()).optionsMap().keySet());
    if (spec.name().equals("set") && !isSlip(flag, known)) {
      return new UsageFailure.InvalidValue(
              "an argument that starts with a dash is neither a flag nor JSON")
          .hint("a string needs double quotes inside the shell's: '\"-text\"'")
          .hint("sealconf help set lists the flags");
    }
    boolean top = spec.name().equals(Options.PROGRAM);
    SealconfException failure =
        new UsageFailure.Mistake(
            "unknown flag " + Printable.quote(flag) + (top ? "" : " for " + spec.name()));
    String bare = flag.startsWith("-") ? Options.bare(flag) : flag;
    return KnownWords.flag(bare)
        .filter(known::contains)
        .or(() -> NearestWord.of(flag, known))
        .map(name -> failure.hint("did you mean " + name + "?"))
        .orElse(failure)
        .hint("sealconf help" + (top ? "" : " " + spec.name()) + " lists its flags");
  }

  private static boolean isSlip(String flag, List<String> known) {
    return flag.startsWith("--")
        && known.stream().anyMatch(name -> NearestWord.distance(flag, name) <= LETTERS_OF_A_SLIP);
  }
}
