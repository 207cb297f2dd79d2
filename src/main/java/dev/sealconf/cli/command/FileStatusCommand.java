package dev.sealconf.cli.command;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.work.Command;
import dev.sealconf.cli.work.Session;
import dev.sealconf.cli.work.StandardStreams;
import dev.sealconf.document.SourceText;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.operation.file.FileStatus;
import dev.sealconf.operation.file.Input;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sealconf filestatus}. */
public final class FileStatusCommand implements Command {
  private final Session session;

  public FileStatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("filestatus", "Tell whether a file is encrypted, as JSON");
    FormatOptions.addInputTo(spec);
    GlobalOptions.addTo(spec);
    spec.addPositional(Options.words("FILE", "The file"));
    spec.usageMessage().footer("sealconf filestatus secrets.yaml");
    return spec;
  }

  @Override
  public int run(Arguments given) {
    if (given.words().isEmpty()) {
      throw new UsageFailure.NoFile("no file specified");
    }
    String name = given.words().get(0);
    FormatOptions types = new FormatOptions(given, session.formats());
    byte[] bytes =
        MissingFile.as(ExitCode.GENERIC, () -> session.files().read(session.world().resolve(name)));
    boolean sealed =
        new FileStatus(session.providers())
            .sealed(new Input(new SourceText(name, bytes), types.input(name, bytes)));
    new StandardStreams(session.world()).write("{\"encrypted\":" + sealed + "}\n");
    return 0;
  }
}
