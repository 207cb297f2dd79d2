package dev.sealconf.cli.describe;

import dev.sealconf.cli.option.Options;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for zsh, with descriptions. */
public final class ZshCompletion {
  private ZshCompletion() {}

  /** The script for a program of this name; works when sourced and from {@code fpath}. */
  public static String script(String program, List<CommandSpec> commands) {
    StringBuilder text = new StringBuilder("#compdef " + program + "\n");
    text.append("_").append(program).append("() {\n  local -a verbs\n  verbs=(\n");
    for (CommandSpec command : commands) {
      String row = command.name() + ":" + HelpText.summary(command);
      text.append("    ").append(quoted(row)).append('\n');
    }
    text.append(
        "  )\n  if (( CURRENT == 2 )); then\n    _describe command verbs\n    return\n  fi\n");
    text.append("  shift words\n  (( CURRENT-- ))\n  case $words[1] in\n");
    for (CommandSpec command : commands) {
      text.append("    ").append(command.name()).append(")\n      _arguments -S");
      ValueKind.shown(command).forEach(option -> text.append(" \\\n        ").append(row(option)));
      text.append(" \\\n        ").append(quoted(words(command))).append(" ;;\n");
    }
    text.append("  esac\n}\n");
    text.append("if [ \"$funcstack[1]\" = \"_").append(program).append("\" ]; then\n  _");
    text.append(program).append(" \"$@\"\nelse\n  compdef _").append(program).append(' ');
    return text.append(program).append("\nfi\n").toString();
  }

  private static String row(OptionSpec option) {
    List<String> names = Options.documentedNames(option);
    String tail =
        "[" + ValueKind.description(option).replaceAll("[\\[\\]:]", "") + "]" + value(option);
    if (names.size() == 1) {
      return quoted(names.get(0) + tail);
    }
    return "'(" + String.join(" ", names) + ")'{" + String.join(",", names) + "}" + quoted(tail);
  }

  private static String value(OptionSpec option) {
    String label = ":" + option.paramLabel() + ":";
    return switch (ValueKind.of(option)) {
      case NONE -> "";
      case TYPE -> label + "(" + ValueKind.TYPES + ")";
      case FILE -> label + "_files";
      case TEXT -> label;
    };
  }

  private static String words(CommandSpec command) {
    List<String> choices = ValueKind.choices(command);
    return choices.isEmpty() ? "*:file:_files" : "1:choice:(" + String.join(" ", choices) + ")";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
