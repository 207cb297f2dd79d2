package dev.sealconf.cli.describe;

import dev.sealconf.cli.option.PicocliModel;
import dev.sealconf.document.DocumentFormats;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The kind of an option's value, as its label says, and so what completion can suggest. */
enum ValueKind {
  /** A flag has no value. */
  NONE,
  /** One of the file types. */
  TYPE,
  /** A file, which need not exist. */
  FILE,
  /** A place in a file. */
  PLACE,
  /** Anything else: completion has no suggestions. */
  TEXT;

  private static final String PLACE_LABEL = "TREEPATH";

  /** Returns the file types, separated by spaces. */
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

  /** Returns the documented options of a command. */
  static List<OptionSpec> shown(CommandSpec command) {
    return command.options().stream().filter(option -> !option.hidden()).toList();
  }

  /** Returns the choices for the first argument of a command, the second, and so on. */
  static List<List<String>> choices(CommandSpec command) {
    return command.positionalParameters().stream().map(PicocliModel::choicesOf).toList();
  }

  /**
   * Returns whether the second argument of a command is a place in the file that the first one
   * names.
   */
  static boolean takesPlace(CommandSpec command) {
    return command.positionalParameters().stream()
        .anyMatch(words -> words.paramLabel().startsWith("FILE " + PLACE_LABEL));
  }

  /** Returns the first line of an option's description. */
  static String description(OptionSpec option) {
    return option.description()[0];
  }
}
