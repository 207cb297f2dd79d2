package dev.sealconf.cli.git.setup;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.git.GitAction;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.git.protection.WorkTreeLock;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import dev.sealconf.session.folder.FileNames;
import java.util.List;

/** {@code sealconf git lock}. */
@AutoService(GitAction.class)
public final class LockAction extends GitAction {

  @Override
  public String name() {
    return "git lock";
  }

  @Override
  public int rank() {
    return 50;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Encrypt the files of this work tree");
    addForceTo(spec);
    GlobalOptions.addTo(spec);
    return spec;
  }

  /** Declares what {@code lock} and {@code unlock} have in common. */
  static void addForceTo(CommandSpec spec) {
    spec.add(Options.flag("Lose changes that are not in git's index", "force"));
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf git lock",
        "It also wipes the filter's cache. It doesn't touch your keys: they are in your home"
            + " folder, not in the repository.");
  }

  @Override
  public int run(Overrides given) {
    int count =
        new WorkTreeLock(session(), Repository.of(session().world()), given.on("force")).lock();
    new StandardStreams(session().world()).write("Encrypted " + FileNames.count(count) + ".\n");
    return 0;
  }
}
