package dev.sealconf.cli.git.setup;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.git.GitAction;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.git.setup.Uninstall;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.List;

/** {@code sealconf git uninstall}. */
@AutoService(GitAction.class)
public final class UninstallAction extends GitAction {

  @Override
  public String name() {
    return "git uninstall";
  }

  @Override
  public int rank() {
    return 20;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Remove the settings and hooks that install wrote");
    spec.add(Options.flag("Remove them from your account's git settings", "global"));
    spec.add(Options.flag("Do it even if files of the work tree are plaintext", "force"));
    GlobalOptions.addTo(spec);
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf git lock && sealconf git uninstall",
        ".gitattributes stays as it is: it belongs to everyone who uses the repository.");
  }

  @Override
  public int run(Overrides given) {
    Uninstall uninstall = new Uninstall(session(), given);
    try {
      uninstall.run();
    } finally {
      new StandardStreams(session().world()).write(uninstall.report());
    }
    return 0;
  }
}
