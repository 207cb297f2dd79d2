package dev.sealconf.cli.access;

import dev.sealconf.cli.failure.CodedFailure;
import dev.sealconf.cli.failure.ErrorReporter;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.folder.FileList;
import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.work.Command;
import dev.sealconf.cli.work.SealedFiles;
import dev.sealconf.cli.work.Session;
import dev.sealconf.cli.work.StandardStreams;
import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.RecipientLabels;
import dev.sealconf.document.SourceText;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.keys.ring.KeyService;
import dev.sealconf.keys.ring.LocalKeys;
import dev.sealconf.operation.file.FileAccess;
import dev.sealconf.operation.file.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sealconf who}. */
public final class WhoCommand implements Command {
  private final Session session;

  public WhoCommand(Session session) {
    this.session = session;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("who", "List who can open encrypted files");
    spec.addOption(Options.flag("Try which of the keys open here", "check"));
    spec.addOption(Options.flag("Print JSON", "json"));
    FormatOptions.addInputTo(spec);
    GlobalOptions.addTo(spec);
    spec.addPositional(Options.words("FILE...", "Encrypted files, and folders that hold them"));
    spec.usageMessage()
        .footer(
            "sealconf who secrets.yaml",
            "sealconf who --check deploy",
            "Names for recipients come from comments beside or above them in .sops.yaml.");
    return spec;
  }

  @Override
  public int run(Arguments given) {
    if (given.words().isEmpty()) {
      throw new UsageFailure.NoFile("no file specified");
    }
    SealedFiles sealed = new SealedFiles(session, given);
    FileList files = FileList.of(session.world(), given.words(), sealed::contain);
    Optional<LocalKeys> checking =
        given.on("check") ? Optional.of(session.keysHere(given)) : Optional.empty();
    RecipientLabels labels =
        session.config(given).map(ConfigFile::labels).orElse(RecipientLabels.none());
    List<WhoEntry> entries = new ArrayList<>();
    int worst = 0;
    for (String file : files.names()) {
      try {
        Optional<KeyService> keys = checking.map(here -> here.forFile(file));
        entries.add(WhoEntry.of(file, access(given, file), labels, keys));
      } catch (SealconfException | CodedFailure e) {
        if (files.isSingle()) {
          throw e;
        }
        worst = Math.max(worst, new ErrorReporter(session).reportFor(file, e));
      }
    }
    new StandardStreams(session.world())
        .write(given.on("json") ? WhoJson.of(entries, session.formats()) : WhoText.of(entries));
    return worst;
  }

  private FileAccess access(Arguments given, String file) {
    byte[] bytes =
        MissingFile.as(ExitCode.GENERIC, () -> session.files().read(session.world().resolve(file)));
    FormatOptions types = new FormatOptions(given, session.formats());
    Input input = new Input(new SourceText(file, bytes), types.input(file, bytes));
    return FileAccess.of(input, session.providers());
  }
}
