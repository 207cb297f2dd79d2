package dev.sealconf.cli.command;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.operation.file.FileStatus;
import dev.sealconf.operation.file.Input;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.List;

/** {@code sealconf filestatus}. */
@AutoService(Command.class)
public final class FileStatusCommand extends Command {

  @Override
  public String name() {
    return "filestatus";
  }

  @Override
  public int rank() {
    return 130;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Print whether a file is encrypted, as JSON");
    FormatOptions.addInputTo(spec, session().formats());
    GlobalOptions.addTo(spec);
    spec.add(Options.words("FILE", "The file"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of("sealconf filestatus secrets.yaml");
  }

  @Override
  public int run(Overrides given) {
    if (given.words().isEmpty()) {
      throw new UsageFailure.NoFile("no file specified");
    }
    String name = given.words().get(0);
    Input input = MissingFile.as(ExitCode.GENERIC, () -> session().input(given, name));
    boolean sealed = new FileStatus(session().providers()).sealed(input);
    // Without JsonOutput, which would triple the time: editors run this for each file.
    new StandardStreams(session().world()).write("{\"encrypted\":" + sealed + "}\n");
    return 0;
  }
}
