package dev.sealconf.cli.describe;

import dev.sealconf.cli.option.Options;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the value of an option is, as its label tells, and what can be offered for it. */
enum ValueKind {
  /** A flag has no value. */
  NONE,
  /** One of the file types. */
  TYPE,
  /** A file that exists or will. */
  FILE,
  /** Anything else: nothing can be offered. */
  TEXT;

  static final String TYPES = "yaml json dotenv ini binary";

  static ValueKind of(OptionSpec option) {
    if (!Options.takesValue(option)) {
      return NONE;
    }
    return switch (option.paramLabel()) {
      case "TYPE" -> TYPE;
      case "PATH", "NAME" -> FILE;
      default -> TEXT;
    };
  }

  boolean fits(OptionSpec option) {
    return of(option) == this;
  }

  /** The options of a command that are documented. */
  static List<OptionSpec> shown(CommandSpec command) {
    return command.options().stream().filter(option -> !option.hidden()).toList();
  }

  /** The words to choose from, where a command's words are spelled {@code a|b|c}. */
  static List<String> choices(CommandSpec command) {
    return command.positionalParameters().stream()
        .map(words -> words.paramLabel())
        .filter(label -> label.contains("|"))
        .flatMap(label -> List.of(label.split("\\|")).stream())
        .toList();
  }

  /** The first line of an option's description. */
  static String description(OptionSpec option) {
    return option.description()[0];
  }
}
