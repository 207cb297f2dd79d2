package dev.sealconf.cli.git;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.session.Overrides;

/** {@code sealconf git clean}: converts one file of the work tree to its blob. */
@AutoService(GitAction.class)
public final class CleanAction extends GitAction {

  @Override
  public String name() {
    return "git clean";
  }

  @Override
  public int rank() {
    return 110;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "Encrypt standard input as git stores PATH (git starts it)");
    GlobalOptions.addTo(spec);
    spec.add(Options.words("PATH", "The file, relative to the top of the work tree"));
    return spec;
  }

  @Override
  public int run(Overrides given) {
    return new OneBlob(session(), given, name()).clean();
  }
}
