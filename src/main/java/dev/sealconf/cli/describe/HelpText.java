package dev.sealconf.cli.describe;

import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.option.Flag;
import dev.sealconf.cli.option.Words;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.io.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The help pages, made from the definitions of the commands. */
public final class HelpText {
  private static final String FIRST_STEPS =
      """
      sealconf init
      sealconf encrypt -i secrets.yaml
      sealconf decrypt secrets.yaml
      sealconf set secrets.yaml '["db"]["password"]'\
      """;

  private final Columns columns;

  /** Pages for the terminal of this world. */
  public HelpText(World world) {
    this.columns = new Columns(world);
  }

  /** What to type first, and the commands by name. */
  public String brief(List<String> names) {
    StringBuilder text = new StringBuilder(introduction()).append("\n");
    text.append("Commands:\n");
    columns.words(text, "  ", String.join(", ", names));
    text.append(
        "\nsealconf help describes them; sealconf COMMAND --help shows the flags of one.\n");
    return text.toString();
  }

  /** All commands, a line each. */
  public String overview(List<Command> commands) {
    StringBuilder text = new StringBuilder(introduction()).append("\nCommands:\n");
    for (Command command : commands) {
      columns.row(text, command.name(), command.declared().summary());
    }
    text.append('\n');
    columns.words(text, "", "sealconf COMMAND --help shows the flags of one.");
    columns.words(
        text,
        "",
        "The older form of SOPS works too: sealconf -d FILE, -e, -r, -i, --set, --extract …");
    return text.toString();
  }

  /** What the program does, in one sentence. */
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

  /** One command: what it does, examples, its words and its flags by group. */
  public String of(Command command) {
    StringBuilder text = new StringBuilder();
    columns.words(text, "", command.declared().summary() + ".");
    text.append("\nUsage: ").append(synopsis(command)).append("\n");
    examples(text, command.examples());
    for (Words words : command.declared().words()) {
      text.append('\n');
      columns.row(text, words.label(), words.description().text());
    }
    groups(command)
        .forEach(
            (title, flags) -> {
              text.append('\n').append(title.isEmpty() ? "Flags" : title).append(":\n");
              flags.forEach(flag -> columns.row(text, usage(flag), flag.explanation()));
            });
    return text.toString();
  }

  private void examples(StringBuilder text, List<String> lines) {
    if (!lines.isEmpty()) {
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

  /** The documented flags by their group, those of the command alone first. */
  private static Map<String, List<Flag>> groups(Command command) {
    Map<String, List<Flag>> groups = new LinkedHashMap<>();
    List<Flag> own = new ArrayList<>();
    groups.put("", own);
    for (Flag flag : ValueKind.shown(command)) {
      groups.computeIfAbsent(flag.group(), title -> new ArrayList<>()).add(flag);
    }
    if (own.isEmpty()) {
      groups.remove("");
    }
    return groups;
  }

  /** How the command is called. */
  public static String synopsis(Command command) {
    StringBuilder text = new StringBuilder("sealconf ").append(command.name()).append(" [FLAGS]");
    for (Words words : command.declared().words()) {
      text.append(' ').append(words.label());
    }
    return text.toString();
  }

  /** The names of a flag, and what its value is called. */
  public static String usage(Flag flag) {
    String names = String.join(", ", flag.documentedNames());
    return flag.takesValue() ? names + " " + flag.label() : names;
  }
}
