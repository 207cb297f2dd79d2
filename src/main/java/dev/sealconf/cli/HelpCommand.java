package dev.sealconf.cli;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.describe.HelpText;
import dev.sealconf.cli.failure.CodedFailure;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.Description;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.List;

/** {@code sealconf help}. */
@AutoService(Command.class)
public final class HelpCommand extends Command {

  @Override
  public String name() {
    return "help";
  }

  @Override
  public int rank() {
    return 160;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "List the commands, or show help for one");
    GlobalOptions.addTo(spec);
    spec.add(
        Options.choice(
            "[COMMAND]",
            Description.of("A command"),
            () -> String.join("|", new Commands(session()).names())));
    return spec;
  }

  @Override
  public int run(Overrides given) {
    if (given.words().isEmpty()) {
      new StandardStreams(session().world())
          .write(
              new HelpText(session().world())
                  .overview(
                      new Commands(session()).listed().stream().map(Command::model).toList()));
      return 0;
    }
    String name = given.words().get(0);
    Command command =
        new Commands(session())
            .named(name)
            .orElseThrow(
                () ->
                    new CodedFailure(
                        ExitCode.COULD_NOT_WRITE_OUTPUT,
                        new UsageFailure.Mistake(
                                "no help for the unknown command " + Printable.quote(name))
                            .hint("sealconf help lists the commands")));
    List<String> words = given.words().subList(1, given.words().size());
    return show(session().world(), new Commands(session()).part(command, words).orElse(command));
  }

  /** Prints the help of one command. */
  int show(World world, Command command) {
    new StandardStreams(world).write(new HelpText(world).of(command.model()));
    return 0;
  }
}
