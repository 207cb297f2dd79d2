package dev.sealconf.cli.command;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.Options;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.task.FileEdit;
import java.util.List;

/** {@code sealconf unset}. */
@AutoService(Command.class)
public final class UnsetCommand extends Command {

  @Override
  public String name() {
    return "unset";
  }

  @Override
  public int rank() {
    return 50;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Remove one value from an encrypted file");
    spec.add(Options.flag("Succeed if there is no such value", "idempotent"));
    SetCommand.addSharedTo(spec, session().formats());
    spec.add(Options.words("FILE TREEPATH", "The file, and the path of the value"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of("sealconf unset secrets.yaml '[\"db\"][\"password\"]'");
  }

  @Override
  public int run(Overrides given) {
    List<String> words = given.words();
    if (words.size() != 2) {
      throw new UsageFailure.NoFile("unset needs a file and a path in it")
          .hint("sealconf unset secrets.yaml '[\"db\"][\"password\"]'");
    }
    TreePath path = TreePaths.parse(words.get(1), UsageFailure.InvalidValue::new);
    MissingFile.during(
        ExitCode.COULD_NOT_READ_INPUT,
        () -> new FileEdit(session(), given, words.get(0)).unset(path, given.on("idempotent")));
    return 0;
  }
}
