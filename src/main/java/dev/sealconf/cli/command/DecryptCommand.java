package dev.sealconf.cli.command;

import dev.sealconf.cli.folder.Meant;
import dev.sealconf.cli.guard.Restrictions;
import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.option.TargetOptions;
import dev.sealconf.cli.work.Command;
import dev.sealconf.cli.work.FileWork;
import dev.sealconf.cli.work.SealedFiles;
import dev.sealconf.cli.work.Session;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.operation.Decrypt;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sealconf decrypt}. */
public final class DecryptCommand implements Command {
  private final Session session;

  public DecryptCommand(Session session) {
    this.session = session;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("decrypt", "Decrypt files");
    TargetOptions.addTo(spec);
    spec.addOption(
        Options.value("TREEPATH", "Only the value at this place: '[\"db\"][0]'", "extract"));
    FormatOptions.addTo(spec);
    FormatOptions.addOverrideTo(spec);
    addIgnoreMacTo(spec);
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.addPositional(
        Options.words("[FILE...]", "Files; with -i also folders; - is standard input"));
    spec.usageMessage()
        .footer(
            "sealconf decrypt secrets.yaml",
            "sealconf decrypt --extract '[\"db\"][\"password\"]' secrets.yaml",
            "sealconf decrypt --output app.env app.enc.env");
    return spec;
  }

  /** Declares the flag that lets a file through whose MAC does not fit. */
  static void addIgnoreMacTo(CommandSpec spec) {
    spec.addOption(Options.flag("Only warn if the MAC does not match: dangerous", "ignore-mac"));
  }

  @Override
  public int run(Arguments given) {
    Optional<TreePath> extract =
        given.text("extract").map(text -> TreePaths.parse(text, UsageFailure.InvalidPath::new));
    Restrictions restrictions = new Restrictions(session, given);
    Decrypt decrypt = new Decrypt(session.world(), session.keyRing(given));
    FileWork work = new FileWork(session, given, SafeFile.Content.PLAIN);
    return work.run(
        new Meant("Decrypted", new SealedFiles(session, given)::contain),
        (file, output) ->
            decrypt.run(
                file.input(), output, restrictions.strictness(file.decidingPath()), extract));
  }
}
