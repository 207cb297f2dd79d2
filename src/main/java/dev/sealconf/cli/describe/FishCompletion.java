package dev.sealconf.cli.describe;

import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.option.PicocliModel;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for fish, with descriptions. */
public final class FishCompletion {
  private static final String PLACES =
      """
      function __PROGRAM_places
        for word in (commandline -opc)
          if test -f $word
            PROGRAM completion places $word 2>/dev/null
            return
          end
        end
      end
      """;

  private FishCompletion() {}

  /** Returns the script for a program with this name. */
  public static String script(String program, List<CommandSpec> commands) {
    String start = "complete -c " + program;
    StringBuilder text = new StringBuilder("# fish completion for " + program + "; made by it\n");
    text.append(PLACES.replace("PROGRAM", program));
    for (CommandSpec command : commands) {
      if (command.name().contains(" ")) {
        continue;
      }
      text.append(start).append(" -f -n __fish_use_subcommand -a ").append(command.name());
      text.append(" -d ").append(quoted(HelpText.summary(command))).append('\n');
    }
    for (CommandSpec command : commands) {
      String condition = " -n '" + seen(command) + "'";
      for (OptionSpec option : ValueKind.shown(command)) {
        text.append(start).append(condition).append(row(program, option)).append('\n');
      }
      for (List<String> choices : ValueKind.choices(command)) {
        if (!choices.isEmpty()) {
          text.append(start).append(condition).append(" -f -a '");
          text.append(String.join(" ", choices)).append("'\n");
        }
      }
      if (ValueKind.takesPlace(command)) {
        text.append(start).append(condition);
        text.append(" -a '(__").append(program).append("_places)'\n");
      }
    }
    return text.toString();
  }

  /** Returns a condition that is true once all words of a command's name have been typed. */
  private static String seen(CommandSpec command) {
    return "__fish_seen_subcommand_from "
        + command.name().replace(" ", "; and __fish_seen_subcommand_from ");
  }

  private static String row(String program, OptionSpec option) {
    StringBuilder row = new StringBuilder();
    for (String name : PicocliModel.documentedNames(option)) {
      String bare = Options.bare(name);
      row.append(bare.length() == 1 ? " -s " : " -l ").append(bare);
    }
    row.append(
        switch (ValueKind.of(option)) {
          case NONE -> "";
          case TYPE -> " -x -a '" + ValueKind.types() + "'";
          case FILE -> " -r -F";
          case PLACE -> " -x -a '(__" + program + "_places)'";
          case TEXT -> " -x";
        });
    return row.append(" -d ").append(quoted(ValueKind.description(option))).toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
