package dev.sealconf.cli;

import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.describe.HelpText;
import dev.sealconf.cli.failure.CodedFailure;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.StandardStreams;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sealconf help}. */
final class HelpCommand implements Command {
  private final Session session;
  private final Commands commands;

  HelpCommand(Session session, Commands commands) {
    this.session = session;
    this.commands = commands;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("help", "List the commands, or show the help of one");
    GlobalOptions.addTo(spec);
    spec.addPositional(Options.choice("[COMMAND]", "A command", commands.names()));
    return spec;
  }

  @Override
  public int run(Overrides given) {
    if (given.words().isEmpty()) {
      new StandardStreams(session.world())
          .write(new HelpText(session.world()).overview(commands.specs()));
      return 0;
    }
    String name = given.words().get(0);
    Command command =
        commands
            .named(name)
            .orElseThrow(
                () ->
                    new CodedFailure(
                        ExitCode.COULD_NOT_WRITE_OUTPUT,
                        new UsageFailure.Mistake("there is no help for " + Printable.quote(name))
                            .hint("sealconf help lists the commands")));
    List<String> words = given.words().subList(1, given.words().size());
    return show(commands.part(command, words).orElse(command).spec());
  }

  /** Prints the help of one command. */
  int show(CommandSpec spec) {
    new StandardStreams(session.world()).write(new HelpText(session.world()).of(spec));
    return 0;
  }
}
