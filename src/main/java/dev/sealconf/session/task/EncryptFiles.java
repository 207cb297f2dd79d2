package dev.sealconf.session.task;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.SourceText;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.operation.Encrypt;
import dev.sealconf.operation.file.Input;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.ResultTarget;
import dev.sealconf.session.Session;
import dev.sealconf.session.batch.Batch;
import dev.sealconf.session.batch.FileWork;
import dev.sealconf.session.folder.FolderTask;
import dev.sealconf.session.rule.Recipes;
import dev.sealconf.session.rule.Restrictions;
import dev.sealconf.session.rule.RuleFileFilter;
import dev.sealconf.session.rule.SealedFileFilter;
import java.util.Optional;

/** Encrypts files as flags and creation rules say: in place, to a file, or to standard output. */
public final class EncryptFiles {
  private final Session session;
  private final Overrides given;

  /** Encrypts the files that the words name. */
  public EncryptFiles(Session session, Overrides given) {
    this.session = session;
    this.given = given;
  }

  /**
   * Encrypts the files. If there is only one, throws its failure; otherwise reports failures to the
   * listener.
   *
   * @throws UsageFailure.Conflict if overrides can't be used together
   */
  public void run(Batch.Listener listener) {
    if (readsStandardInput() && !given.isGiven("filename-override")) {
      ResultTarget.of(given);
      throw new UsageFailure.Conflict(
              "standard input has no name, which decides the type and the creation rule")
          .hint("name a file, or add --filename-override NAME");
    }
    Recipes recipes = new Recipes(session, given);
    Encrypt encrypt = new Encrypt(session.world(), session.keyRing(given));
    FileWork work = new FileWork(session, given, SafeFile.Content.SEALED, listener);
    SealedFileFilter sealed = new SealedFileFilter(session, given);
    RuleFileFilter rules = new RuleFileFilter(session, given);
    work.run(
        new FolderTask("Encrypted", path -> rules.contain(path) && !sealed.contain(path)),
        (file, output) ->
            encrypt.run(
                file.input(),
                output,
                recipes.recipe(file.decidingPath(), file.input().format()),
                previous(sealed, file, output.format())));
  }

  private Optional<Encrypt.Previous> previous(
      SealedFileFilter sealed, FileWork.File file, DocumentFormat format) {
    Restrictions restrictions = new Restrictions(session, given);
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

  private boolean readsStandardInput() {
    return given.words().isEmpty() || given.words().contains(ResultTarget.STANDARD_INPUT);
  }
}
