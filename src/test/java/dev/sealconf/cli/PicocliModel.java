package dev.sealconf.cli;

import dev.sealconf.cli.option.Flag;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.option.UnknownFlag;
import dev.sealconf.cli.option.Words;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.session.GoBoolean;
import dev.sealconf.session.Overrides;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The parser of picocli for a command's declaration: a second opinion on command lines. */
final class PicocliModel {
  private final dev.sealconf.cli.option.CommandSpec declared;

  PicocliModel(dev.sealconf.cli.option.CommandSpec declared) {
    this.declared = declared;
  }

  /** Reads the words that follow the verb; throws as {@code Arguments} does. */
  Overrides parse(List<String> args) {
    CommandLine line = new CommandLine(spec()).setExpandAtFiles(false);
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

  private CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name(declared.name());
    spec.parser()
        .posixClusteredShortOptionsAllowed(false)
        .overwrittenOptionsAllowed(true)
        .allowOptionsAsOptionParameters(true)
        .aritySatisfiedByAttachedOptionParam(true)
        .limitSplit(true);
    for (Flag flag : declared.flags()) {
      spec.addOption(option(flag));
    }
    for (Words words : declared.words()) {
      spec.addPositional(
          PositionalParamSpec.builder()
              .type(List.class)
              .auxiliaryTypes(String.class)
              .arity("0..*")
              .paramLabel(words.label())
              .build());
    }
    return spec;
  }

  private static OptionSpec option(Flag flag) {
    List<String> names = new ArrayList<>();
    for (String name : flag.names()) {
      names.add("-" + name);
      names.add("--" + name);
    }
    OptionSpec.Builder option = OptionSpec.builder(names.toArray(String[]::new));
    return switch (flag.takes()) {
      case NOTHING -> option.type(boolean.class).converters(new GoWord()).build();
      case VALUE -> option.type(String.class).arity("1").build();
      case VALUES -> option.type(List.class).auxiliaryTypes(String.class).arity("1").build();
    };
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

  private static final class GoWord implements ITypeConverter<Boolean> {
    @Override
    public Boolean convert(String word) {
      return GoBoolean.of(word).orElseThrow(() -> new TypeConversionException("not a boolean"));
    }
  }
}
