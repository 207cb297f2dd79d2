package dev.sealconf.cli.describe;

import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.option.Flag;
import dev.sealconf.cli.option.Words;
import dev.sealconf.document.DocumentFormats;
import java.util.List;

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

  static ValueKind of(Flag flag) {
    if (!flag.takesValue()) {
      return NONE;
    }
    return switch (flag.label()) {
      case "TYPE" -> TYPE;
      case "PATH", "NAME" -> FILE;
      case PLACE_LABEL -> PLACE;
      default -> TEXT;
    };
  }

  boolean fits(Flag flag) {
    return of(flag) == this;
  }

  /** The options of a command that are documented. */
  static List<Flag> shown(Command command) {
    return command.declared().flags().stream().filter(flag -> !flag.hidden()).toList();
  }

  /** The words to choose from for the first word of a command, the second, and so on. */
  static List<List<String>> choices(Command command) {
    return command.declared().words().stream().map(Words::choices).toList();
  }

  /** Whether the second word of a command is a place in the file that the first one names. */
  static boolean takesPlace(Command command) {
    return command.declared().words().stream()
        .anyMatch(words -> words.label().startsWith("FILE " + PLACE_LABEL));
  }
}
