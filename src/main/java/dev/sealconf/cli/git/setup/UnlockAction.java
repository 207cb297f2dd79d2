package dev.sealconf.cli.git.setup;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.git.GitAction;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.git.protection.WorkTreeLock;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.git.setup.Installed;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import dev.sealconf.session.folder.FileNames;
import java.util.List;

/** {@code sealconf git unlock}. */
@AutoService(GitAction.class)
public final class UnlockAction extends GitAction {

  @Override
  public String name() {
    return "git unlock";
  }

  @Override
  public int rank() {
    return 60;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Decrypt the files of this work tree");
    LockAction.addForceTo(spec);
    GlobalOptions.addTo(spec);
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of("sealconf git unlock");
  }

  @Override
  public int run(Overrides given) {
    Repository repository = Repository.of(session().world());
    Installed.require(repository);
    int count = new WorkTreeLock(session(), repository, given.on("force")).unlock();
    new StandardStreams(session().world()).write("Decrypted " + FileNames.count(count) + ".\n");
    return 0;
  }
}
