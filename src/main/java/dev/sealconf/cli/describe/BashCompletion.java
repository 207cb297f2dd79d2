package dev.sealconf.cli.describe;

import dev.sealconf.cli.option.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for bash: verbs, flags, types; file names where a file belongs. */
public final class BashCompletion {
  private BashCompletion() {}

  /** The script for a program of this name. */
  public static String script(String program, List<CommandSpec> commands) {
    String verbs = commands.stream().map(CommandSpec::name).collect(Collectors.joining(" "));
    StringBuilder text = new StringBuilder();
    text.append("# bash completion for ").append(program).append("; made by it\n");
    text.append("_").append(program).append("() {\n");
    text.append("  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n");
    text.append("  local verb= words= i\n  COMPREPLY=()\n");
    text.append("  for ((i = 1; i < COMP_CWORD; i++)); do\n");
    text.append("    case ${COMP_WORDS[i]} in\n      ").append(verbs.replace(" ", "|"));
    text.append(") verb=${COMP_WORDS[i]}; break ;;\n    esac\n  done\n");
    text.append("  case $prev in\n");
    branch(text, names(commands, ValueKind.TYPE::fits), typeReply());
    branch(text, names(commands, ValueKind.TEXT::fits), "compopt +o default 2>/dev/null; return");
    branch(text, names(commands, ValueKind.FILE::fits), "return");
    text.append("  esac\n  case $verb in\n");
    text.append("    '') words='").append(verbs).append("' ;;\n");
    for (CommandSpec command : commands) {
      text.append("    ").append(command.name()).append(") words='");
      text.append(String.join(" ", words(command))).append("' ;;\n");
    }
    text.append("  esac\n");
    text.append(
        "  if [[ -z $verb || $cur == -* || $verb == completion || $verb == help ]]; then\n");
    text.append("    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n  fi\n}\n");
    text.append("complete -o default -F _").append(program).append(' ').append(program);
    return text.append('\n').toString();
  }

  private static String typeReply() {
    return "COMPREPLY=($(compgen -W '" + ValueKind.TYPES + "' -- \"$cur\")); return";
  }

  private static void branch(StringBuilder text, Set<String> names, String action) {
    if (!names.isEmpty()) {
      text.append("    ").append(String.join("|", names)).append(") ");
      text.append(action).append(" ;;\n");
    }
  }

  private static List<String> words(CommandSpec command) {
    List<String> words = new ArrayList<>(ValueKind.choices(command));
    for (OptionSpec option : ValueKind.shown(command)) {
      words.addAll(Options.documentedNames(option));
    }
    return words;
  }

  private static Set<String> names(List<CommandSpec> commands, Predicate<OptionSpec> wanted) {
    Set<String> names = new TreeSet<>();
    for (CommandSpec command : commands) {
      ValueKind.shown(command).stream()
          .filter(wanted)
          .forEach(option -> names.addAll(Options.documentedNames(option)));
    }
    return names;
  }
}
