package dev.sealconf.cli.command;

import dev.sealconf.cli.folder.Meant;
import dev.sealconf.cli.guard.Restrictions;
import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.option.RecipientOptions;
import dev.sealconf.cli.option.SelectionOptions;
import dev.sealconf.cli.option.TargetOptions;
import dev.sealconf.cli.work.Command;
import dev.sealconf.cli.work.FileWork;
import dev.sealconf.cli.work.Recipes;
import dev.sealconf.cli.work.RuleFiles;
import dev.sealconf.cli.work.SealedFiles;
import dev.sealconf.cli.work.Session;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.SourceText;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.operation.Encrypt;
import dev.sealconf.operation.file.Input;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sealconf encrypt}. */
public final class EncryptCommand implements Command {
  private final Session session;

  public EncryptCommand(Session session) {
    this.session = session;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("encrypt", "Encrypt the values of files");
    TargetOptions.addTo(spec);
    new RecipientOptions(session.providers()).addTo(spec);
    FormatOptions.addTo(spec);
    FormatOptions.addOverrideTo(spec);
    SelectionOptions.addTo(spec);
    spec.addOption(
        Options.flag("Accept a rule that leaves nothing encrypted", "allow-nothing-encrypted"));
    spec.addOption(
        Options.flag("Keep the data key of the file that --output replaces: small diffs", "reuse"));
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.addPositional(
        Options.words("[FILE...]", "Files; with -i also folders; - is standard input"));
    spec.usageMessage()
        .footer(
            "sealconf encrypt -i secrets.yaml",
            "sealconf encrypt --age age1… --output app.enc.env app.env",
            "kubectl get secret db -o yaml | sealconf encrypt --filename-override db.yaml");
    return spec;
  }

  @Override
  public int run(Arguments given) {
    if (readsStandardInput(given.words()) && !given.isGiven("filename-override")) {
      TargetOptions.of(given);
      throw new UsageFailure.Conflict(
              "standard input has no name that would say its type and creation rule")
          .hint("name a file, or add --filename-override NAME");
    }
    Recipes recipes = new Recipes(session, given);
    Encrypt encrypt = new Encrypt(session.world(), session.keyRing(given));
    FileWork work = new FileWork(session, given, SafeFile.Content.SEALED);
    SealedFiles sealed = new SealedFiles(session, given);
    RuleFiles rules = new RuleFiles(session, given);
    Restrictions restrictions = new Restrictions(session, given);
    return work.run(
        new Meant("Encrypted", path -> rules.contain(path) && !sealed.contain(path)),
        (file, output) ->
            encrypt.run(
                file.input(),
                output,
                recipes.recipe(file.decidingPath(), file.input().format()),
                previous(sealed, file, output.format(), restrictions)));
  }

  private Optional<Encrypt.Previous> previous(
      SealedFiles sealed, FileWork.File file, DocumentFormat format, Restrictions restrictions) {
    return file.replaced()
        .map(bytes -> new Input(new SourceText(file.targetName(), bytes), format))
        .filter(sealed::contain)
        .map(
            input ->
                new Encrypt.Previous(
                    input,
                    restrictions
                        .strictness(session.world().resolve(file.targetName()))
                        .requireSeal()));
  }

  private static boolean readsStandardInput(List<String> words) {
    return words.isEmpty() || words.contains(TargetOptions.STANDARD_INPUT);
  }
}
