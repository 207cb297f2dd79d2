package dev.sealconf.cli.describe;

import dev.sealconf.cli.option.PicocliModel;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.io.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Makes help pages from the declarations of the commands. */
public final class HelpText {
  private static final String FIRST_STEPS =
      """
      sealconf init
      sealconf encrypt -i secrets.yaml
      sealconf decrypt secrets.yaml
      sealconf set secrets.yaml '["db"]["password"]'\
      """;

  private final Columns columns;

  /** Makes pages for this world's terminal. */
  public HelpText(World world) {
    this.columns = new Columns(world);
  }

  /** Returns what to type first, and the names of the commands. */
  public String brief(List<String> names) {
    StringBuilder text = new StringBuilder(introduction()).append("\n");
    text.append("Commands:\n");
    columns.words(text, "  ", String.join(", ", names));
    text.append(
        "\nsealconf help describes them; sealconf COMMAND --help shows the flags of one.\n");
    return text.toString();
  }

  /** Returns one line for each command. */
  public String overview(List<CommandSpec> commands) {
    StringBuilder text = new StringBuilder(introduction()).append("\nCommands:\n");
    for (CommandSpec command : commands) {
      columns.row(text, command.name(), summary(command));
    }
    text.append('\n');
    columns.words(text, "", "sealconf COMMAND --help shows the flags of one.");
    columns.words(
        text,
        "",
        "The older form of SOPS works too: sealconf -d FILE, -e, -r, -i, --set, --extract …");
    return text.toString();
  }

  /** Returns what the program does, in one sentence. */
  static String purpose() {
    List<String> named = new ArrayList<>();
    for (DocumentFormat format : new DocumentFormats().all()) {
      if (!format.encryptsWhole()) {
        named.add(format.name());
      }
    }
    return "Encrypts the values of config files ("
        + String.join(", ", named)
        + "), and all other files as a whole.";
  }

  private String introduction() {
    StringBuilder text = new StringBuilder();
    columns.words(text, "", purpose());
    text.append("\nUsage: sealconf COMMAND [FLAGS] [FILE...]\n\nExamples:\n");
    FIRST_STEPS.lines().forEach(line -> columns.command(text, line));
    return text.toString();
  }

  /**
   * Returns the help of one command: what it does, examples, its arguments, and its flags by group.
   */
  public String of(CommandSpec command) {
    StringBuilder text = new StringBuilder();
    columns.words(text, "", summary(command) + ".");
    text.append("\nUsage: ").append(synopsis(command)).append("\n");
    examples(text, command.usageMessage().footer());
    for (PositionalParamSpec words : command.positionalParameters()) {
      text.append('\n');
      columns.row(text, words.paramLabel(), words.description()[0]);
    }
    groups(command)
        .forEach(
            (title, options) -> {
              text.append('\n').append(title.isEmpty() ? "Flags" : title).append(":\n");
              options.forEach(option -> columns.row(text, usage(option), description(option)));
            });
    return text.toString();
  }

  private void examples(StringBuilder text, String... lines) {
    if (lines.length > 0) {
      text.append("\nExamples:\n");
    }
    for (String line : lines) {
      if (Character.isUpperCase(line.charAt(0))) {
        columns.words(text, "  ", line);
      } else {
        columns.command(text, line);
      }
    }
  }

  private static String description(OptionSpec option) {
    return String.join(". ", option.description());
  }

  /** Returns the documented options by group; the command's own come first. */
  private static Map<String, List<OptionSpec>> groups(CommandSpec command) {
    Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
    List<OptionSpec> own = new ArrayList<>();
    groups.put("", own);
    for (OptionSpec option : ValueKind.shown(command)) {
      groups.computeIfAbsent(PicocliModel.groupOf(option), title -> new ArrayList<>()).add(option);
    }
    if (own.isEmpty()) {
      groups.remove("");
    }
    return groups;
  }

  /** Returns what the command does, in one line without a period. */
  public static String summary(CommandSpec command) {
    return command.usageMessage().description()[0];
  }

  /** Returns how to call the command. */
  public static String synopsis(CommandSpec command) {
    StringBuilder text = new StringBuilder("sealconf ").append(command.name()).append(" [FLAGS]");
    for (PositionalParamSpec words : command.positionalParameters()) {
      text.append(' ').append(words.paramLabel());
    }
    return text.toString();
  }

  /** Returns the names of an option and the label of its value. */
  public static String usage(OptionSpec option) {
    String names = String.join(", ", PicocliModel.documentedNames(option));
    return PicocliModel.takesValue(option) ? names + " " + option.paramLabel() : names;
  }
}
