package dev.sealconf.cli.option;

import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The flags in front of a verb, or of a command line without one.
 *
 * @param given name without dashes, and value, in order
 * @param words what is no flag, if there is no verb
 * @param rest the verb and what follows it
 */
public record TopLevelFlags(
    List<Map.Entry<String, String>> given, List<String> words, List<String> rest) {
  private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

  /**
   * Reads flags up to the first word that is a verb, or all of them.
   *
   * @throws SealconfException with 1 for an unknown flag or a missing value
   */
  public static TopLevelFlags scan(CommandSpec known, List<String> args, Predicate<String> isVerb) {
    List<Map.Entry<String, String>> given = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (arg.equals("--")) {
        words.addAll(args.subList(i + 1, args.size()));
        break;
      }
      if (!arg.startsWith("-") || arg.length() == 1) {
        if (words.isEmpty() && isVerb.test(arg)) {
          return new TopLevelFlags(given, words, args.subList(i, args.size()));
        }
        words.add(arg);
        continue;
      }
      OptionSpec option = option(known, arg);
      if (arg.indexOf('=') < 0 && Options.takesValue(option) && ++i == args.size()) {
        throw new UsageFailure.Mistake(Printable.plain(arg) + " needs a value");
      }
      given.add(Map.entry(Options.bare(option.longestName()), value(option, arg, args.get(i))));
    }
    return new TopLevelFlags(given, words, List.of());
  }

  /** Whether a flag was given, and not as {@code =false}. */
  public boolean isOn(String name) {
    return given.stream().anyMatch(f -> f.getKey().equals(name) && !FALSE.contains(f.getValue()));
  }

  /** The last value of a flag that was given. */
  public String last(String name) {
    return given.stream()
        .filter(flag -> flag.getKey().equals(name))
        .reduce((first, second) -> second)
        .orElseThrow()
        .getValue();
  }

  /** The flags that are among these names, in the form {@code --name=value}. */
  public List<String> knownTo(Collection<String> names) {
    return given.stream()
        .filter(flag -> names.contains("--" + flag.getKey()))
        .map(flag -> "--" + flag.getKey() + "=" + flag.getValue())
        .toList();
  }

  private static OptionSpec option(CommandSpec known, String arg) {
    int equals = arg.indexOf('=');
    OptionSpec option = known.optionsMap().get(equals < 0 ? arg : arg.substring(0, equals));
    if (option == null) {
      throw UnknownFlag.refusal(known, arg);
    }
    return option;
  }

  private static String value(OptionSpec option, String arg, String following) {
    int equals = arg.indexOf('=');
    if (equals >= 0) {
      return arg.substring(equals + 1);
    }
    return Options.takesValue(option) ? following : "true";
  }
}
