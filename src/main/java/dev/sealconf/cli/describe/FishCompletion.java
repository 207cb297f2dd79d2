package dev.sealconf.cli.describe;

import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.option.Flag;
import dev.sealconf.cli.option.Options;
import java.util.List;

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

  /** The script for a program of this name. */
  public static String script(String program, List<Command> commands) {
    String start = "complete -c " + program;
    StringBuilder text = new StringBuilder("# fish completion for " + program + "; made by it\n");
    text.append(PLACES.replace("PROGRAM", program));
    for (Command command : commands) {
      if (command.name().contains(" ")) {
        continue;
      }
      text.append(start).append(" -f -n __fish_use_subcommand -a ").append(command.name());
      text.append(" -d ").append(quoted(command.declared().summary())).append('\n');
    }
    for (Command command : commands) {
      String condition = " -n '" + seen(command) + "'";
      for (Flag flag : ValueKind.shown(command)) {
        text.append(start).append(condition).append(row(program, flag)).append('\n');
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

  /** A condition that all words of a command's name have been typed. */
  private static String seen(Command command) {
    return "__fish_seen_subcommand_from "
        + command.name().replace(" ", "; and __fish_seen_subcommand_from ");
  }

  private static String row(String program, Flag flag) {
    StringBuilder row = new StringBuilder();
    for (String name : flag.documentedNames()) {
      String bare = Options.bare(name);
      row.append(bare.length() == 1 ? " -s " : " -l ").append(bare);
    }
    row.append(
        switch (ValueKind.of(flag)) {
          case NONE -> "";
          case TYPE -> " -x -a '" + ValueKind.types() + "'";
          case FILE -> " -r -F";
          case PLACE -> " -x -a '(__" + program + "_places)'";
          case TEXT -> " -x";
        });
    return row.append(" -d ").append(quoted(flag.description().text())).toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
