package dev.sealconf.cli.describe;

import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.option.Flag;
import java.util.ArrayList;
import java.util.List;

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

  /** The script for a program of this name; works when sourced and from {@code fpath}. */
  public static String script(String program, List<Command> commands) {
    StringBuilder text = new StringBuilder("#compdef " + program + "\n");
    text.append(PLACES.replace("PROGRAM", program));
    text.append("_").append(program).append("() {\n  local -a verbs\n  verbs=(\n");
    for (Command command : commands) {
      if (command.name().contains(" ")) {
        continue;
      }
      String row = command.name() + ":" + command.declared().summary();
      text.append("    ").append(quoted(row)).append('\n');
    }
    text.append(
        "  )\n  if (( CURRENT == 2 )); then\n    _describe command verbs\n    return\n  fi\n");
    text.append(
        "  shift words\n  (( CURRENT-- ))\n  local verb=$words[1]\n"
            + "  (( CURRENT > 2 )) && verb+=\" $words[2]\"\n  case $verb in\n");
    List<Command> longestFirst = new ArrayList<>(commands);
    longestFirst.sort((a, b) -> Boolean.compare(b.name().contains(" "), a.name().contains(" ")));
    for (Command command : longestFirst) {
      boolean part = command.name().contains(" ");
      String name = quoted(command.name());
      text.append("    ").append(part ? name : name + "|" + quoted(command.name() + " ") + "*");
      text.append(part ? ")\n      shift words; (( CURRENT-- ))" : ")");
      text.append("\n      _arguments -S");
      ValueKind.shown(command)
          .forEach(flag -> text.append(" \\\n        ").append(row(program, flag)));
      words(program, command).forEach(word -> text.append(" \\\n        ").append(quoted(word)));
      text.append(" ;;\n");
    }
    text.append("  esac\n}\n");
    text.append("if [ \"$funcstack[1]\" = \"_").append(program).append("\" ]; then\n  _");
    text.append(program).append(" \"$@\"\nelse\n  compdef _").append(program).append(' ');
    return text.append(program).append("\nfi\n").toString();
  }

  private static String row(String program, Flag flag) {
    List<String> names = flag.documentedNames();
    String tail =
        "[" + flag.description().text().replaceAll("[\\[\\]:]", "") + "]" + value(program, flag);
    if (names.size() == 1) {
      return quoted(names.get(0) + tail);
    }
    return "'(" + String.join(" ", names) + ")'{" + String.join(",", names) + "}" + quoted(tail);
  }

  private static String value(String program, Flag flag) {
    String label = ":" + flag.label() + ":";
    return switch (ValueKind.of(flag)) {
      case NONE -> "";
      case TYPE -> label + "(" + ValueKind.types() + ")";
      case FILE -> label + "_files";
      case PLACE -> label + "_" + program + "_places";
      case TEXT -> label;
    };
  }

  /** What the words of a command may be, one after the other. */
  private static List<String> words(String program, Command command) {
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
