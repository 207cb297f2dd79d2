package dev.sealconf.cli.option;

import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.session.Overrides;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the words of a command line into {@link Overrides}. */
public final class Arguments {
  private Arguments() {}

  /**
   * Reads the words that follow the verb.
   *
   * @throws UsageFailure.Mistake for an unknown flag or a missing value, as SOPS does
   */
  public static Overrides parse(CommandSpec spec, List<String> args) {
    CommandLine line = new CommandLine(spec).setExpandAtFiles(false);
    try {
      return overrides(line.parseArgs(args.toArray(new String[0])));
    } catch (UnmatchedArgumentException e) {
      throw UnknownFlag.refusal(spec, e.getUnmatched().get(0)).from(e);
    } catch (MissingParameterException e) {
      throw failure(name(e.getMissing()) + " needs a value").from(e);
    } catch (ParameterException e) {
      throw failure("the value of " + name(List.of(e.getArgSpec())) + " is not true or false")
          .from(e);
    }
  }

  private static Overrides overrides(ParseResult parsed) {
    Map<String, List<String>> options = new HashMap<>();
    for (OptionSpec option : parsed.matchedOptions()) {
      List<String> values = values(option.getValue());
      for (String name : option.names()) {
        options.put(Options.bare(name), values);
      }
    }
    List<String> words =
        parsed.hasMatchedPositional(0) ? parsed.matchedPositionalValue(0, List.of()) : List.of();
    return new Overrides(options, words);
  }

  private static List<String> values(Object value) {
    return value instanceof List<?> texts
        ? texts.stream().map(Object::toString).toList()
        : List.of(String.valueOf(value));
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
