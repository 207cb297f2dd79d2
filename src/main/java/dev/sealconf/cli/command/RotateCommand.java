package dev.sealconf.cli.command;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.folder.Meant;
import dev.sealconf.cli.guard.Acceptance;
import dev.sealconf.cli.guard.Restrictions;
import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.option.RecipientOptions;
import dev.sealconf.cli.option.TargetOptions;
import dev.sealconf.cli.work.Command;
import dev.sealconf.cli.work.FileWork;
import dev.sealconf.cli.work.RuleFiles;
import dev.sealconf.cli.work.SealedFiles;
import dev.sealconf.cli.work.Session;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.operation.Rotate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sealconf rotate}. */
public final class RotateCommand implements Command {
  private final Session session;

  public RotateCommand(Session session) {
    this.session = session;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("rotate", "Encrypt files under a new data key");
    TargetOptions.addTo(spec);
    new RecipientOptions(session.providers()).addChangesTo(spec);
    FormatOptions.addTo(spec);
    FormatOptions.addOverrideTo(spec);
    spec.addOption(Options.flag("Accept recipients that .sops.yaml does not name", "y", "yes"));
    DecryptCommand.addIgnoreMacTo(spec);
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.addPositional(Options.words("FILE...", "Encrypted files; with -i also folders"));
    spec.usageMessage()
        .footer(
            "sealconf rotate -i secrets.yaml",
            "sealconf rotate -i --add-age age1… --rm-age age1… secrets.yaml");
    return spec;
  }

  @Override
  public int run(Arguments given) {
    if (given.words().isEmpty()) {
      throw new UsageFailure.NoFile("no file specified");
    }
    session.review(given);
    RecipientOptions recipients = new RecipientOptions(session.providers());
    List<MasterKey> add = recipients.changes(given, "add");
    List<MasterKey> remove = recipients.changes(given, "rm");
    List<MasterKey> changed = new ArrayList<>(add);
    changed.addAll(remove);
    recipients.warnOfUnused(changed, given, session.world());
    ExitCode missing =
        add.isEmpty() && remove.isEmpty()
            ? ExitCode.COULD_NOT_READ_INPUT
            : ExitCode.KEYS_OF_MISSING_FILE;
    Rotate rotate = new Rotate(session.world(), session.keyRing(given));
    Meant meant =
        new Meant(
            "Rotated",
            new SealedFiles(session, given)::contain,
            new RuleFiles(session, given)::match);
    Acceptance acceptance =
        new Acceptance(session, given, new Restrictions(session, given), metadata -> remove);
    FileWork work = new FileWork(session, given, SafeFile.Content.SEALED);
    return MissingFile.as(
        missing,
        () ->
            work.run(
                meant,
                acceptance,
                (file, output) ->
                    rotate.run(
                        file.input(),
                        output,
                        given.on("ignore-mac"),
                        acceptance.policy(file.decidingPath()),
                        add,
                        remove)));
  }
}
