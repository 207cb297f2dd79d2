package dev.sealconf.cli.describe;

import dev.sealconf.cli.option.PicocliModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for bash: verbs, flags, types, files and places in files. */
public final class BashCompletion {
  private static final String PLACES =
      """
      _PROGRAM_places() {
        local file= word= place= i
        for ((i = 1; i < ${#COMP_WORDS[@]}; i++)); do
          word=${COMP_WORDS[i]}
          [[ $i -ne $COMP_CWORD && -z $file && -f $word ]] && file=$word
        done
        [[ -n $file ]] || return
        while IFS= read -r place; do
          [[ $place == "${cur#[\\'\\"]}"* ]] || continue
          if [[ $cur == [\\'\\"]* ]]; then
            COMPREPLY+=("$place")
          else
            COMPREPLY+=("'$place'")
          fi
        done < <(PROGRAM completion places "$file" 2>/dev/null)
      }
      """;

  private BashCompletion() {}

  /** Returns the script for a program with this name. A command of two words follows its parent. */
  public static String script(String program, List<CommandSpec> commands) {
    List<CommandSpec> verbs = commands.stream().filter(c -> !c.name().contains(" ")).toList();
    String names = verbs.stream().map(CommandSpec::name).collect(Collectors.joining(" "));
    StringBuilder text = new StringBuilder();
    text.append("# bash completion for ").append(program).append("; made by it\n");
    text.append(PLACES.replace("PROGRAM", program));
    text.append("_").append(program).append("() {\n");
    text.append("  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n");
    text.append("  local verb= words= choices= given=() i\n  COMPREPLY=()\n");
    text.append("  for ((i = 1; i < COMP_CWORD; i++)); do\n");
    text.append("    case ${COMP_WORDS[i-1]} in\n");
    branch(text, names(commands, PicocliModel::takesValue), "continue");
    text.append("    esac\n    case ${COMP_WORDS[i]} in\n      -*) ;;\n");
    text.append("      *) if [[ -n $verb ]]; then given+=(\"${COMP_WORDS[i]}\");");
    text.append(" else verb=${COMP_WORDS[i]}; fi ;;\n    esac\n  done\n");
    text.append("  case $prev in\n");
    branch(text, names(commands, ValueKind.TYPE::fits), typeReply());
    branch(
        text,
        names(commands, ValueKind.PLACE::fits),
        noFiles() + "; _" + program + "_places; return");
    branch(text, names(commands, ValueKind.TEXT::fits), noFiles() + "; return");
    branch(text, names(commands, ValueKind.FILE::fits), "return");
    text.append("  esac\n  case $verb in\n");
    text.append("    '') words='").append(names).append("' ;;\n");
    verbs.forEach(command -> flags(text, command));
    text.append("  esac\n  case \"$verb ${given[0]}\" in\n");
    commands.stream().filter(c -> c.name().contains(" ")).forEach(command -> flags(text, command));
    text.append("  esac\n  case $verb:${#given[@]} in\n");
    verbs.forEach(command -> positions(text, program, command));
    text.append("  esac\n  [[ -z $verb || $cur == -* ]] && choices=$words\n");
    text.append("  [[ -z $choices ]] || COMPREPLY=($(compgen -W \"$choices\" -- \"$cur\"))\n}\n");
    text.append("complete -o default -F _").append(program).append(' ').append(program);
    return text.append('\n').toString();
  }

  private static String noFiles() {
    return "compopt +o default 2>/dev/null";
  }

  private static String typeReply() {
    return "COMPREPLY=($(compgen -W '" + ValueKind.types() + "' -- \"$cur\")); return";
  }

  private static void branch(StringBuilder text, Set<String> names, String action) {
    if (!names.isEmpty()) {
      text.append("    ").append(String.join("|", names)).append(") ");
      text.append(action).append(" ;;\n");
    }
  }

  private static void flags(StringBuilder text, CommandSpec command) {
    List<String> flags = new ArrayList<>();
    for (OptionSpec option : ValueKind.shown(command)) {
      flags.addAll(PicocliModel.documentedNames(option));
    }
    text.append("    '").append(command.name()).append("') words='");
    text.append(String.join(" ", flags)).append("' ;;\n");
  }

  private static void positions(StringBuilder text, String program, CommandSpec command) {
    List<List<String>> choices = ValueKind.choices(command);
    for (int i = 0; i < choices.size(); i++) {
      if (!choices.get(i).isEmpty()) {
        text.append("    ").append(command.name()).append(':').append(i).append(") choices='");
        text.append(String.join(" ", choices.get(i))).append("' ;;\n");
      }
    }
    if (ValueKind.takesPlace(command)) {
      text.append("    ").append(command.name()).append(":1) [[ $cur == -* ]] || { ");
      text.append(noFiles()).append("; _").append(program).append("_places; } ;;\n");
    }
  }

  private static Set<String> names(List<CommandSpec> commands, Predicate<OptionSpec> wanted) {
    Set<String> names = new TreeSet<>();
    for (CommandSpec command : commands) {
      ValueKind.shown(command).stream()
          .filter(wanted)
          .forEach(option -> names.addAll(PicocliModel.documentedNames(option)));
    }
    return names;
  }
}
