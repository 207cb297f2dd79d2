package dev.sealconf.session.task;

import dev.sealconf.io.file.SafeFile;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.operation.Rotate;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Recipients;
import dev.sealconf.session.Session;
import dev.sealconf.session.batch.Batch;
import dev.sealconf.session.batch.FileWork;
import dev.sealconf.session.folder.FolderTask;
import dev.sealconf.session.rule.Acceptance;
import dev.sealconf.session.rule.Restrictions;
import dev.sealconf.session.rule.RuleFileFilter;
import dev.sealconf.session.rule.SealedFileFilter;
import java.util.ArrayList;
import java.util.List;

/** Gives files new data keys, and adds or removes recipients at the same time. */
public final class RotateFiles {
  private final Session session;
  private final Overrides given;
  private final List<MasterKey> add;
  private final List<MasterKey> remove;

  /**
   * Rotates the files that the words name.
   *
   * @throws dev.sealconf.error.SealconfException if a recipient is malformed
   */
  public RotateFiles(Session session, Overrides given) {
    this.session = session;
    this.given = given;
    session.review(given);
    Recipients recipients = new Recipients(session.providers());
    this.add = recipients.changes(given, "add");
    this.remove = recipients.changes(given, "rm");
    List<MasterKey> changed = new ArrayList<>(add);
    changed.addAll(remove);
    recipients.warnOfUnused(changed, given, session.world());
  }

  /** Returns whether the command adds or removes recipients. */
  public boolean changesRecipients() {
    return !add.isEmpty() || !remove.isEmpty();
  }

  /**
   * Rotates the files. If there is only one, throws its failure; otherwise reports failures to the
   * listener.
   */
  public void run(Batch.Listener listener) {
    Rotate rotate = new Rotate(session.world(), session.keyRing(given));
    FolderTask meant =
        new FolderTask(
            "Rotated",
            new SealedFileFilter(session, given)::contain,
            new RuleFileFilter(session, given)::match);
    Acceptance acceptance =
        new Acceptance(session, given, new Restrictions(session, given), metadata -> remove);
    FileWork work = new FileWork(session, given, SafeFile.Content.SEALED, listener);
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
                remove));
  }
}
