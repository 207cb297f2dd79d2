package dev.sealconf.cli.command;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.FailedFiles;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.option.RecipientOptions;
import dev.sealconf.cli.option.TargetOptions;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.keys.ring.ExampleRecipient;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.task.RotateFiles;
import java.util.List;

/** {@code sealconf rotate}. */
@AutoService(Command.class)
public final class RotateCommand extends Command {

  @Override
  public String name() {
    return "rotate";
  }

  @Override
  public int rank() {
    return 60;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Encrypt files under a new data key");
    TargetOptions.addTo(spec);
    new RecipientOptions(session().providers()).addChangesTo(spec);
    FormatOptions.addTo(spec, session().formats());
    FormatOptions.addOverrideTo(spec);
    spec.add(Options.flag("Accept recipients that .sops.yaml doesn't list", "y", "yes"));
    DecryptCommand.addIgnoreMacTo(spec);
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("FILE...", "Encrypted files; with -i also folders"));
    return spec;
  }

  @Override
  public List<String> examples() {
    ExampleRecipient example = new ExampleRecipient(session().providers());
    return List.of(
        "sealconf rotate -i secrets.yaml",
        "sealconf rotate -i " + example.addFlag() + " " + example.removeFlag() + " secrets.yaml");
  }

  @Override
  public int run(Overrides given) {
    if (given.words().isEmpty()) {
      throw new UsageFailure.NoFile("no file specified");
    }
    RotateFiles rotate = new RotateFiles(session(), given);
    ExitCode missing =
        rotate.changesRecipients() ? ExitCode.KEYS_OF_MISSING_FILE : ExitCode.COULD_NOT_READ_INPUT;
    FailedFiles failed = new FailedFiles(session());
    MissingFile.during(missing, () -> rotate.run(failed));
    return failed.exitCode();
  }
}
