package dev.sealconf.cli.git.index;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.git.GitAction;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.git.rekey.StagedKeys;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import dev.sealconf.session.folder.FileNames;
import java.util.List;

/** {@code sealconf git rotate}. */
@AutoService(GitAction.class)
public final class RotateAction extends GitAction {

  @Override
  public String name() {
    return "git rotate";
  }

  @Override
  public int rank() {
    return 58;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Give files in git's index new data keys");

    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("[PATH...]", "Files or folders; the default is all protected files"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf git rotate",
        "The files in the work tree stay as they are. Commit the change afterwards.");
  }

  @Override
  public int run(Overrides given) {
    Repository repository = Repository.of(session().world());
    int count = new StagedKeys(session(), given, repository).rotate();
    new StandardStreams(session().world())
        .write("Rotated " + FileNames.count(count) + " in git's index.\n");
    return 0;
  }
}
