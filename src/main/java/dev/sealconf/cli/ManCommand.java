package dev.sealconf.cli;

import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.command.VersionCommand;
import dev.sealconf.cli.describe.ManPage;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.StandardStreams;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sealconf man}. */
final class ManCommand implements Command {
  private final Session session;
  private final Commands commands;

  ManCommand(Session session, Commands commands) {
    this.session = session;
    this.commands = commands;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("man", "Print the manual page, for man to show");
    GlobalOptions.addTo(spec);
    spec.usageMessage().footer("sealconf man > ~/.local/share/man/man1/sealconf.1");
    return spec;
  }

  @Override
  public int run(Overrides given) {
    new StandardStreams(session.world())
        .write(ManPage.page(VersionCommand.VERSION, commands.pages()));
    return 0;
  }
}
