package dev.sealconf.cli;

import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.option.PicocliModel;
import dev.sealconf.cli.option.UnknownFlag;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.session.Overrides;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The parser of picocli on the model of a command: a second opinion on command lines. */
final class PicocliParser {
  private final CommandSpec declared;

  PicocliParser(CommandSpec declared) {
    this.declared = declared;
  }

  /** Reads the words that follow the verb; throws as {@code Arguments} does. */
  Overrides parse(List<String> args) {
    CommandLine line =
        new CommandLine(PicocliModel.of(declared, List.of())).setExpandAtFiles(false);
    try {
      return overrides(line.parseArgs(args.toArray(new String[0])));
    } catch (UnmatchedArgumentException e) {
      throw UnknownFlag.refusal(declared, e.getUnmatched().get(0));
    } catch (MissingParameterException e) {
      OptionSpec option = (OptionSpec) e.getMissing().get(0);
      throw new UsageFailure.Mistake(option.longestName() + " needs a value");
    } catch (ParameterException e) {
      OptionSpec option = (OptionSpec) e.getArgSpec();
      throw new UsageFailure.Mistake(
          "the value of " + option.longestName() + " is not true or false");
    }
  }

  private static Overrides overrides(ParseResult parsed) {
    Map<String, List<String>> options = new HashMap<>();
    for (OptionSpec option : parsed.matchedOptions()) {
      List<String> values =
          option.getValue() instanceof List<?> texts
              ? texts.stream().map(Object::toString).toList()
              : List.of(option.getValue().toString());
      for (String name : option.names()) {
        options.put(Options.bare(name), values);
      }
    }
    return new Overrides(
        options,
        parsed.hasMatchedPositional(0) ? parsed.matchedPositionalValue(0, List.of()) : List.of());
  }
}
