package dev.sealconf.cli.git.index;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.TreePaths;
import dev.sealconf.cli.git.GitAction;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.git.stage.StageValues;
import dev.sealconf.operation.merge.Change;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.List;

/** {@code sealconf git stage}. */
@AutoService(GitAction.class)
public final class StageAction extends GitAction {

  @Override
  public String name() {
    return "git stage";
  }

  @Override
  public int rank() {
    return 70;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Add single values of a file to git's index");
    spec.add(
        Options.values(
            "KEY", "The value: keys with dots between them, or a path in brackets", "key"));
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("FILE", "A tracked file; without --key, its changes are listed"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf git stage secrets/app.yaml",
        "sealconf git stage secrets/app.yaml --key database.password --key hosts.0",
        "sealconf git stage secrets/app.yaml --key '[\"a.key.with.dots\"]'");
  }

  @Override
  public int run(Overrides given) {
    if (given.words().size() != 1) {
      throw new UsageFailure.NoFile("git stage needs one file")
          .hint("sealconf git stage secrets/app.yaml --key database.password");
    }
    String name = given.words().get(0);
    StageValues file = new StageValues(session(), given, Repository.of(session().world()), name);
    if (given.isGiven("key")) {
      file.stage(given.texts("key").stream().map(StageAction::path).toList());
      return 0;
    }
    StringBuilder list = new StringBuilder();
    for (Change change : file.changes()) {
      list.append(change.place()).append('\n');
    }
    if (list.length() == 0) {
      session().world().tell().say("no value of " + Printable.quote(name) + " changed");
    }
    new StandardStreams(session().world()).write(list.toString());
    return 0;
  }

  private static TreePath path(String text) {
    if (text.startsWith("[")) {
      return TreePaths.parse(text, UsageFailure.InvalidPath::new);
    }
    TreePath path = TreePath.ROOT;
    for (String key : text.split("\\.", -1)) {
      path = path.then(new TreePath.Key(key));
    }
    return path;
  }
}
