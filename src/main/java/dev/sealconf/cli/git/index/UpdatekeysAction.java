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

/** {@code sealconf git updatekeys}. */
@AutoService(GitAction.class)
public final class UpdatekeysAction extends GitAction {

  @Override
  public String name() {
    return "git updatekeys";
  }

  @Override
  public int rank() {
    return 56;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            name(), "Update the recipients of files in git's index to match .sops.yaml");
    spec.add(Options.flag("Accept the changes without a question", "y", "yes"));
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("[PATH...]", "Files or folders; the default is all protected files"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf git updatekeys",
        "The files in the work tree stay as they are. Commit the change afterwards.");
  }

  @Override
  public int run(Overrides given) {
    Repository repository = Repository.of(session().world());
    int count = new StagedKeys(session(), given, repository).update();
    new StandardStreams(session().world())
        .write("Updated " + FileNames.count(count) + " in git's index.\n");
    return 0;
  }
}
