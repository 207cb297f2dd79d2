package dev.sealconf.cli.option;

import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was given to one command, by documented option names without dashes. */
public final class Arguments {
  private final ParseResult parsed;
  private final World world;

  private Arguments(ParseResult parsed, World world) {
    this.parsed = parsed;
    this.world = world;
  }

  /**
   * Reads the words that follow the verb.
   *
   * @throws SealconfException with 1 for an unknown flag or a missing value, as SOPS does
   */
  public static Arguments parse(CommandSpec spec, World world, List<String> args) {
    CommandLine line = new CommandLine(spec).setExpandAtFiles(false);
    try {
      return new Arguments(line.parseArgs(args.toArray(new String[0])), world);
    } catch (UnmatchedArgumentException e) {
      throw UnknownFlag.refusal(spec, e.getUnmatched().get(0)).from(e);
    } catch (MissingParameterException e) {
      throw failure(name(e.getMissing()) + " needs a value").from(e);
    } catch (ParameterException e) {
      throw failure("the value of " + name(List.of(e.getArgSpec())) + " is not true or false")
          .from(e);
    }
  }

  /** Whether a flag was given (and not as {@code =false}). */
  public boolean on(String name) {
    return parsed.matchedOptionValue(Options.documented(name), false);
  }

  /** Whether an option was given at all. */
  public boolean isGiven(String name) {
    return parsed.hasMatchedOption(Options.documented(name));
  }

  /** The value of an option, if it was given. */
  public Optional<String> text(String name) {
    Object value = parsed.matchedOptionValue(Options.documented(name), null);
    return Optional.ofNullable(
        value instanceof List<?> texts
            ? texts.stream().map(Object::toString).collect(Collectors.joining(","))
            : (String) value);
  }

  /** The values of an option that may be given several times, in order. */
  public List<String> texts(String name) {
    return parsed.matchedOptionValue(Options.documented(name), List.of());
  }

  /** The value of an option, or of the environment variable that replaces it. */
  public Optional<String> textOr(String name, String environment) {
    return text(name).or(() -> world.variable(environment));
  }

  /**
   * Whether a flag is on that is so by default, by itself or by an environment variable.
   *
   * @throws SealconfException with 1 if the variable is neither true nor false, as SOPS does
   */
  public boolean onUnlessSwitchedOff(String name, String environment) {
    if (isGiven(name)) {
      return on(name);
    }
    Optional<String> word = world.variable(environment);
    return word.isEmpty()
        || Options.goBoolean(word.get())
            .orElseThrow(() -> failure("$" + environment + " is not true or false"));
  }

  /**
   * The value of an option as a number.
   *
   * @throws SealconfException with 1 if it is none, as SOPS does
   */
  public OptionalInt number(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(text.get()));
    } catch (NumberFormatException e) {
      throw failure(
              "the value of "
                  + Options.documented(name)
                  + " is not a number: "
                  + Printable.quote(text.get()))
          .from(e);
    }
  }

  /** The words that are no options, in order. */
  public List<String> words() {
    if (!parsed.hasMatchedPositional(0)) {
      return List.of();
    }
    List<String> words = parsed.matchedPositionalValue(0, List.of());
    return new ArrayList<>(words);
  }

  private static SealconfException failure(String message) {
    return new UsageFailure.Mistake(message);
  }

  private static String name(List<ArgSpec> specs) {
    return !specs.isEmpty() && specs.get(0) instanceof OptionSpec option
        ? option.longestName()
        : "the flag";
  }
}
