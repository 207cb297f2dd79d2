package dev.sealconf.cli.access;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.FailedFiles;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.task.UpdateRecipients;
import java.util.List;

/** {@code sealconf updatekeys}. */
@AutoService(Command.class)
public final class UpdateKeysCommand extends Command {

  @Override
  public String name() {
    return "updatekeys";
  }

  @Override
  public int rank() {
    return 70;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Update recipients to match .sops.yaml");
    spec.add(Options.flag("Change without asking", "y", "yes"));
    spec.add(Options.flag("Show what would change, and change nothing", "dry-run"));
    spec.add(Options.flag("Like --dry-run, but exit with 1 if something would change", "check"));
    FormatOptions.addInputTo(spec, session().formats());
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("FILE...", "Encrypted files, or folders with such files"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf updatekeys secrets.yaml",
        "sealconf updatekeys --check .",
        "sealconf updatekeys --yes deploy",
        "Removing a recipient gives the file a new data key.");
  }

  @Override
  public int run(Overrides given) {
    UpdateRecipients update = new UpdateRecipients(session(), given, new FailedFiles(session()));
    return MissingFile.as(ExitCode.GENERIC, update::run) ? 0 : ExitCode.GENERIC.number();
  }
}
