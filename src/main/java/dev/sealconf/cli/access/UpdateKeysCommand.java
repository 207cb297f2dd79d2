package dev.sealconf.cli.access;

import dev.sealconf.cli.folder.FileList;
import dev.sealconf.cli.folder.Meant;
import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.work.Command;
import dev.sealconf.cli.work.RuleFiles;
import dev.sealconf.cli.work.SealedFiles;
import dev.sealconf.cli.work.Session;
import dev.sealconf.config.ConfigFile;
import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.UsageFailure;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sealconf updatekeys}. */
public final class UpdateKeysCommand implements Command {
  private final Session session;

  public UpdateKeysCommand(Session session) {
    this.session = session;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command("updatekeys", "Give files the recipients that .sops.yaml names");
    spec.addOption(Options.flag("Change without asking", "y", "yes"));
    spec.addOption(Options.flag("Only show what would change", "dry-run"));
    spec.addOption(
        Options.flag("Like --dry-run, but exit with 1 if something would change", "check"));
    FormatOptions.addInputTo(spec);
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.addPositional(Options.words("FILE...", "Encrypted files, and folders that hold them"));
    spec.usageMessage()
        .footer(
            "sealconf updatekeys secrets.yaml",
            "sealconf updatekeys --check .",
            "sealconf updatekeys --yes deploy",
            "A file from which somebody is removed gets a new data key.");
    return spec;
  }

  @Override
  public int run(Arguments given) {
    ConfigFile config =
        session
            .config(given)
            .orElseThrow(
                () ->
                    new ConfigFailure.Invalid("there is no .sops.yaml that would name recipients")
                        .hint("sealconf init makes one"));
    if (given.words().isEmpty()) {
      throw new UsageFailure.NoFile("no file specified");
    }
    SealedFiles sealed = new SealedFiles(session, given);
    Meant meant = new Meant("Updated", sealed::contain, new RuleFiles(session, given)::match);
    FileList files = FileList.of(session.world(), given.words(), meant);
    return new KeyUpdates(session, given, config).run(files);
  }
}
