package dev.sealconf.cli.access;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.FailedFiles;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import dev.sealconf.session.task.WhoEntry;
import dev.sealconf.session.task.WhoOpens;
import java.util.List;

/** {@code sealconf who}. */
@AutoService(Command.class)
public final class WhoCommand extends Command {

  @Override
  public String name() {
    return "who";
  }

  @Override
  public int rank() {
    return 90;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "List who can decrypt files");
    spec.add(Options.flag("Show which of these keys you have", "check"));
    spec.add(Options.flag("Print JSON", "json"));
    FormatOptions.addInputTo(spec, session().formats());
    GlobalOptions.addTo(spec);
    spec.add(Options.words("FILE...", "Encrypted files, or folders with such files"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf who secrets.yaml",
        "sealconf who --check deploy",
        "Names come from comments next to or above the recipients in .sops.yaml.");
  }

  @Override
  public int run(Overrides given) {
    if (given.words().isEmpty()) {
      throw new UsageFailure.NoFile("no file specified");
    }
    FailedFiles failed = new FailedFiles(session());
    List<WhoEntry> entries =
        MissingFile.as(ExitCode.GENERIC, () -> new WhoOpens(session(), given).entries(failed));
    new StandardStreams(session().world())
        .write(given.on("json") ? WhoJson.of(entries) : WhoText.of(entries));
    return failed.exitCode();
  }
}
