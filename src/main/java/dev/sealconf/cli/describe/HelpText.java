package dev.sealconf.cli.describe;

import dev.sealconf.cli.option.Options;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help pages, made from the definitions of the commands. */
public final class HelpText {
  private static final int WIDTH = 90;
  private static final int COLUMN = 34;

  private HelpText() {}

  /** All commands, a line each. */
  public static String overview(List<CommandSpec> commands) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Encrypts the values of YAML, JSON, ENV and INI files, and whole binary files.\n\n");
    text.append("Usage: sealconf COMMAND [FLAGS] [FILE...]\n\nCommands:\n");
    for (CommandSpec command : commands) {
      row(text, command.name(), summary(command));
    }
    text.append("\nsealconf COMMAND --help says more about one of them.\n");
    text.append(
        "The older form of SOPS works too: sealconf -d FILE, -e, -r, -i, --set, --extract …\n");
    return text.toString();
  }

  /** One command: what it does, its words and flags, examples. */
  public static String of(CommandSpec command) {
    StringBuilder text = new StringBuilder(summary(command)).append(".\n\n");
    text.append("Usage: ").append(synopsis(command)).append("\n");
    for (PositionalParamSpec words : command.positionalParameters()) {
      text.append('\n');
      row(text, words.paramLabel(), words.description()[0]);
    }
    text.append("\nFlags:\n");
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        row(text, usage(option), String.join(". ", option.description()));
      }
    }
    String[] examples = command.usageMessage().footer();
    if (examples.length > 0) {
      text.append("\nExamples:\n");
      for (String example : examples) {
        text.append("  ").append(example).append('\n');
      }
    }
    return text.toString();
  }

  /** What the command does, in one line without a full stop. */
  public static String summary(CommandSpec command) {
    return command.usageMessage().description()[0];
  }

  /** How the command is called. */
  public static String synopsis(CommandSpec command) {
    StringBuilder text = new StringBuilder("sealconf ").append(command.name()).append(" [FLAGS]");
    for (PositionalParamSpec words : command.positionalParameters()) {
      text.append(' ').append(words.paramLabel());
    }
    return text.toString();
  }

  /** The names of an option, and what its value is called. */
  public static String usage(OptionSpec option) {
    String names = String.join(", ", Options.documentedNames(option));
    return Options.takesValue(option) ? names + " " + option.paramLabel() : names;
  }

  private static void row(StringBuilder text, String left, String right) {
    text.append("  ").append(left);
    int column = left.length() + 2;
    if (column >= COLUMN) {
      text.append('\n');
      column = 0;
    }
    text.append(" ".repeat(COLUMN - column));
    column = COLUMN;
    for (String word : right.split(" ")) {
      if (column > COLUMN && column + word.length() + 1 > WIDTH) {
        text.append('\n').append(" ".repeat(COLUMN));
        column = COLUMN;
      }
      if (column > COLUMN) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
    }
    text.append('\n');
  }
}
