package dev.sealconf.cli.command;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;

/** {@code sealconf --version}, a flag in the place of a verb. Never goes online. */
@AutoService(Command.class)
public final class VersionCommand extends Command {
  public static final String NAME = "--version";
  public static final String VERSION = "0.1.0";

  /** The version of SOPS that this program matches. */
  private static final String SOPS_VERSION = "3.13.3";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int rank() {
    return -1;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Print the version");
    GlobalOptions.addTo(spec);
    return spec;
  }

  @Override
  public int run(Overrides given) {
    String line =
        session().calledAs().equals("sops")
            ? "sops " + SOPS_VERSION
            : "sealconf " + VERSION + " (sops " + SOPS_VERSION + " compatible)";
    new StandardStreams(session().world()).write(line + "\n");
    return 0;
  }
}
