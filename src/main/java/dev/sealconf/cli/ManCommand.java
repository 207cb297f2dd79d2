package dev.sealconf.cli;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.command.VersionCommand;
import dev.sealconf.cli.describe.ManPage;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.List;

/** {@code sealconf man}. */
@AutoService(Command.class)
public final class ManCommand extends Command {

  @Override
  public String name() {
    return "man";
  }

  @Override
  public int rank() {
    return 150;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Print the manual page, for man to show");
    GlobalOptions.addTo(spec);
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of("sealconf man > ~/.local/share/man/man1/sealconf.1");
  }

  @Override
  public int run(Overrides given) {
    new StandardStreams(session().world())
        .write(
            ManPage.page(
                VersionCommand.VERSION,
                new Commands(session()).pages().stream().map(Command::model).toList()));
    return 0;
  }
}
