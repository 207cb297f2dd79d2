package dev.sealconf.cli.describe;

import dev.sealconf.cli.option.PicocliModel;
import dev.sealconf.document.DocumentFormats;
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
  /** A place in a file. */
  PLACE,
  /** Anything else: nothing can be offered. */
  TEXT;

  private static final String PLACE_LABEL = "TREEPATH";

  /** The file types, with spaces between them. */
  static String types() {
    return String.join(" ", new DocumentFormats().names());
  }

  static ValueKind of(OptionSpec option) {
    if (!PicocliModel.takesValue(option)) {
      return NONE;
    }
    return switch (option.paramLabel()) {
      case "TYPE" -> TYPE;
      case "PATH", "NAME" -> FILE;
      case PLACE_LABEL -> PLACE;
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

  /** The words to choose from for the first word of a command, the second, and so on. */
  static List<List<String>> choices(CommandSpec command) {
    return command.positionalParameters().stream().map(PicocliModel::choicesOf).toList();
  }

  /** Whether the second word of a command is a place in the file that the first one names. */
  static boolean takesPlace(CommandSpec command) {
    return command.positionalParameters().stream()
        .anyMatch(words -> words.paramLabel().startsWith("FILE " + PLACE_LABEL));
  }

  /** The first line of an option's description. */
  static String description(OptionSpec option) {
    return option.description()[0];
  }
}
