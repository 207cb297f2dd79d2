package dev.sealconf.cli.option;

import dev.sealconf.error.UsageFailure;
import dev.sealconf.session.GoBoolean;
import dev.sealconf.session.Overrides;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parses a command line into {@link Overrides}, like Go's {@code flag}: one dash or two, a value
 * after an equals sign or in the next argument, {@code --} before arguments that are not flags.
 * Unlike in Go, flags may also follow other arguments.
 */
public final class Arguments {
  private static final String END_OF_FLAGS = "--";

  private final CommandSpec spec;
  private final Map<String, List<String>> options = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private String unknown;

  private Arguments(CommandSpec spec) {
    this.spec = spec;
  }

  /**
   * Parses the arguments after the verb. Reports a malformed value before an unknown flag.
   *
   * @throws UsageFailure.Mistake for an unknown flag or a missing value, as SOPS does
   */
  public static Overrides parse(CommandSpec spec, List<String> args) {
    Arguments arguments = new Arguments(spec);
    arguments.read(args);
    if (arguments.unknown != null) {
      throw UnknownFlag.refusal(spec, arguments.unknown);
    }
    return new Overrides(arguments.options, arguments.words);
  }

  private void read(List<String> args) {
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (arg.equals(END_OF_FLAGS)) {
        for (String word : args.subList(i + 1, args.size())) {
          addWord(word);
        }
        return;
      }
      int equals = arg.indexOf('=');
      Flag flag = flag(equals < 0 ? arg : arg.substring(0, equals));
      if (flag == null) {
        add(arg);
      } else if (equals >= 0) {
        put(flag, attached(flag, arg.substring(equals + 1)));
      } else if (flag.takesValue()) {
        put(flag, value(flag, ++i < args.size() ? args.get(i) : END_OF_FLAGS));
      } else {
        put(flag, "true");
      }
    }
  }

  /** Returns the flag with this name, given with its dashes; null if there is none. */
  private Flag flag(String typed) {
    return typed.startsWith("-") ? spec.flag(Options.bare(typed)).orElse(null) : null;
  }

  private void put(Flag flag, String value) {
    List<String> values = List.of(value);
    List<String> before = options.get(flag.longestName());
    if (flag.takes() == Takes.VALUES && before != null) {
      values = new ArrayList<>(before);
      values.add(value);
    }
    for (String name : flag.names()) {
      options.put(name, values);
    }
  }

  private static String value(Flag flag, String text) {
    if (text.equals(END_OF_FLAGS)) {
      throw new UsageFailure.Mistake("--" + flag.longestName() + " needs a value");
    }
    return text;
  }

  /**
   * Returns the text after an equals sign. For a flag without a value, an empty text means {@code
   * false}.
   */
  private static String attached(Flag flag, String text) {
    String value = value(flag, text);
    if (flag.takesValue()) {
      return value;
    }
    Optional<Boolean> bool = value.trim().isEmpty() ? Optional.of(false) : GoBoolean.of(value);
    if (bool.isEmpty()) {
      throw new UsageFailure.Mistake(
          "the value of --" + flag.longestName() + " is not true or false");
    }
    return bool.get().toString();
  }

  private void add(String arg) {
    if (arg.startsWith("-") && arg.length() > 1 && !isNumber(arg)) {
      refuse(arg);
    } else {
      addWord(arg);
    }
  }

  private void addWord(String word) {
    if (spec.words().isEmpty()) {
      refuse(word);
    } else {
      words.add(word);
    }
  }

  private void refuse(String arg) {
    unknown = unknown == null ? arg : unknown;
  }

  /**
   * Returns whether an argument is a negative number rather than a flag: {@code set} accepts
   * negative numbers as values.
   */
  private static boolean isNumber(String arg) {
    try {
      Long unused = Long.decode(arg);
      return true;
    } catch (NumberFormatException e) {
      return isDecimal(arg);
    }
  }

  private static boolean isDecimal(String arg) {
    try {
      double unused = Double.parseDouble(arg);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
