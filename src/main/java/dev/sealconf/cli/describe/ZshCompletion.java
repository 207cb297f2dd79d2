package dev.sealconf.cli.describe;

import dev.sealconf.cli.option.PicocliModel;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for zsh, with descriptions. */
public final class ZshCompletion {
  private static final String PLACES =
      """
      _PROGRAM_places() {
        local word
        local -a places
        for word in $words; do
          if [[ -f ${(Q)word} ]]; then
            places=("${(@f)$(PROGRAM completion places ${(Q)word} 2>/dev/null)}")
            compadd -- $places
            return
          fi
        done
      }
      """;

  private ZshCompletion() {}

  /**
   * Returns the script for a program with this name. It works when sourced and from {@code fpath}.
   */
  public static String script(String program, List<CommandSpec> commands) {
    StringBuilder text = new StringBuilder("#compdef " + program + "\n");
    text.append(PLACES.replace("PROGRAM", program));
    text.append("_").append(program).append("() {\n  local -a verbs\n  verbs=(\n");
    for (CommandSpec command : commands) {
      if (command.name().contains(" ")) {
        continue;
      }
      String row = command.name() + ":" + HelpText.summary(command);
      text.append("    ").append(quoted(row)).append('\n');
    }
    text.append(
        "  )\n  if (( CURRENT == 2 )); then\n    _describe command verbs\n    return\n  fi\n");
    text.append(
        "  shift words\n  (( CURRENT-- ))\n  local verb=$words[1]\n"
            + "  (( CURRENT > 2 )) && verb+=\" $words[2]\"\n  case $verb in\n");
    List<CommandSpec> longestFirst = new ArrayList<>(commands);
    longestFirst.sort((a, b) -> Boolean.compare(b.name().contains(" "), a.name().contains(" ")));
    for (CommandSpec command : longestFirst) {
      boolean part = command.name().contains(" ");
      String name = quoted(command.name());
      text.append("    ").append(part ? name : name + "|" + quoted(command.name() + " ") + "*");
      text.append(part ? ")\n      shift words; (( CURRENT-- ))" : ")");
      text.append("\n      _arguments -S");
      ValueKind.shown(command)
          .forEach(option -> text.append(" \\\n        ").append(row(program, option)));
      words(program, command).forEach(word -> text.append(" \\\n        ").append(quoted(word)));
      text.append(" ;;\n");
    }
    text.append("  esac\n}\n");
    text.append("if [ \"$funcstack[1]\" = \"_").append(program).append("\" ]; then\n  _");
    text.append(program).append(" \"$@\"\nelse\n  compdef _").append(program).append(' ');
    return text.append(program).append("\nfi\n").toString();
  }

  private static String row(String program, OptionSpec option) {
    List<String> names = PicocliModel.documentedNames(option);
    String tail =
        "["
            + ValueKind.description(option).replaceAll("[\\[\\]:]", "")
            + "]"
            + value(program, option);
    if (names.size() == 1) {
      return quoted(names.get(0) + tail);
    }
    return "'(" + String.join(" ", names) + ")'{" + String.join(",", names) + "}" + quoted(tail);
  }

  private static String value(String program, OptionSpec option) {
    String label = ":" + option.paramLabel() + ":";
    return switch (ValueKind.of(option)) {
      case NONE -> "";
      case TYPE -> label + "(" + ValueKind.types() + ")";
      case FILE -> label + "_files";
      case PLACE -> label + "_" + program + "_places";
      case TEXT -> label;
    };
  }

  /** Returns the specifications of a command's arguments, in order. */
  private static List<String> words(String program, CommandSpec command) {
    List<String> words = new ArrayList<>();
    List<List<String>> choices = ValueKind.choices(command);
    for (int i = 0; i < choices.size(); i++) {
      if (!choices.get(i).isEmpty()) {
        words.add(i + 1 + ":choice:(" + String.join(" ", choices.get(i)) + ")");
      }
    }
    if (ValueKind.takesPlace(command)) {
      words.addAll(List.of("1:file:_files", "2:place:_" + program + "_places"));
    }
    if (words.isEmpty()) {
      words.add("*:file:_files");
    }
    return words;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
