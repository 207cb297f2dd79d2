package dev.sealconf.session.task;

import dev.sealconf.document.tree.TreePath;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.operation.Decrypt;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.batch.Batch;
import dev.sealconf.session.batch.FileWork;
import dev.sealconf.session.folder.FolderTask;
import dev.sealconf.session.rule.Restrictions;
import dev.sealconf.session.rule.SealedFileFilter;
import java.util.Optional;

/** Decrypts files: in place, to a file, or to standard output. */
public final class DecryptFiles {
  private final Session session;
  private final Overrides given;

  /** Decrypts the files that the words name. */
  public DecryptFiles(Session session, Overrides given) {
    this.session = session;
    this.given = given;
  }

  /**
   * Decrypts the files. If there is only one, throws its failure; otherwise reports failures to the
   * listener.
   *
   * @param extract the path of the value to decrypt; empty for the whole file
   */
  public void run(Optional<TreePath> extract, Batch.Listener listener) {
    Restrictions restrictions = new Restrictions(session, given);
    Decrypt decrypt = new Decrypt(session.world(), session.keyRing(given));
    FileWork work = new FileWork(session, given, SafeFile.Content.PLAIN, listener);
    work.run(
        new FolderTask("Decrypted", new SealedFileFilter(session, given)::contain),
        (file, output) ->
            decrypt.run(
                file.input(), output, restrictions.strictness(file.decidingPath()), extract));
  }
}
