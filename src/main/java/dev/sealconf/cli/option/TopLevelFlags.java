package dev.sealconf.cli.option;

import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The flags before a verb, or of a command line without one.
 *
 * @param given names without dashes, with values, in order
 * @param words the other arguments, if there is no verb
 * @param rest the verb and what follows it
 */
public record TopLevelFlags(
    List<Map.Entry<String, String>> given, List<String> words, List<String> rest) {
  private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

  /** The flags that may occur there, and the verbs that end them. */
  public interface Known {
    /** Returns whether a word is a verb. */
    boolean isVerb(String word);

    /** Returns the flag with this name, given without dashes. */
    Optional<Flag> named(String bare);

    /** Returns a command with all of these flags, for suggestions. */
    CommandSpec all();
  }

  /**
   * Parses flags up to the first verb, or all of them.
   *
   * @throws SealconfException with exit code 1 for an unknown flag or a missing value
   */
  public static TopLevelFlags scan(Known known, List<String> args) {
    List<Map.Entry<String, String>> given = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (arg.equals("--")) {
        words.addAll(args.subList(i + 1, args.size()));
        break;
      }
      if (!arg.startsWith("-") || arg.length() == 1) {
        if (words.isEmpty() && known.isVerb(arg)) {
          return new TopLevelFlags(given, words, args.subList(i, args.size()));
        }
        words.add(arg);
        continue;
      }
      Flag flag = flag(known, arg);
      if (arg.indexOf('=') < 0 && flag.takesValue() && ++i == args.size()) {
        throw new UsageFailure.Mistake(Printable.plain(arg) + " needs a value");
      }
      given.add(Map.entry(flag.longestName(), value(flag, arg, args.get(i))));
    }
    return new TopLevelFlags(given, words, List.of());
  }

  /** Returns whether a flag was given, other than as {@code =false}. */
  public boolean isOn(String name) {
    for (Map.Entry<String, String> flag : given) {
      if (flag.getKey().equals(name) && !FALSE.contains(flag.getValue())) {
        return true;
      }
    }
    return false;
  }

  /** Returns the last value of a given flag. */
  public String last(String name) {
    return given.stream()
        .filter(flag -> flag.getKey().equals(name))
        .reduce((first, second) -> second)
        .orElseThrow()
        .getValue();
  }

  /** Returns the flags that a command has, in the form {@code --name=value}. */
  public List<String> knownTo(CommandSpec command) {
    List<String> known = new ArrayList<>();
    for (Map.Entry<String, String> flag : given) {
      if (command.flag(flag.getKey()).isPresent()) {
        known.add("--" + flag.getKey() + "=" + flag.getValue());
      }
    }
    return known;
  }

  private static Flag flag(Known known, String arg) {
    int equals = arg.indexOf('=');
    String typed = equals < 0 ? arg : arg.substring(0, equals);
    Optional<Flag> flag = known.named(Options.bare(typed));
    if (flag.isEmpty()) {
      throw UnknownFlag.refusal(known.all(), arg);
    }
    return flag.get();
  }

  private static String value(Flag flag, String arg, String following) {
    int equals = arg.indexOf('=');
    if (equals >= 0) {
      return arg.substring(equals + 1);
    }
    return flag.takesValue() ? following : "true";
  }
}
