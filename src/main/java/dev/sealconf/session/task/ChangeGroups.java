package dev.sealconf.session.task;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.operation.Policy;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.operation.groups.AddGroup;
import dev.sealconf.operation.groups.DeleteGroup;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Recipients;
import dev.sealconf.session.Session;
import dev.sealconf.session.batch.Batch;
import dev.sealconf.session.batch.FileWork;
import dev.sealconf.session.folder.FolderTask;
import dev.sealconf.session.rule.Acceptance;
import dev.sealconf.session.rule.Restrictions;
import java.util.List;
import java.util.function.Function;

/** Adds a key group to one file, or deletes one. */
public final class ChangeGroups {
  private final Session session;
  private final Overrides given;
  private final List<String> file;

  /** Changes the file that the option {@code file} names. */
  public ChangeGroups(Session session, Overrides given) {
    this.session = session;
    this.given = given;
    this.file =
        List.of(
            given
                .text("file")
                .orElseThrow(
                    () -> new UsageFailure.NoFile("no file specified").hint("add -f FILE")));
  }

  /**
   * Adds the group that the overrides name.
   *
   * @throws dev.sealconf.error.SealconfException if a recipient is malformed or the file can't be
   *     changed
   */
  public void add(Batch.Listener listener) {
    Recipients recipients = new Recipients(session.providers());
    KeyGroup group = new KeyGroup(recipients.group(given));
    recipients.warnOfUnused(group.masterKeys(), given, session.world());
    int threshold = threshold();
    AddGroup add = new AddGroup(session.world(), session.keyRing(given));
    change(
        listener,
        metadata -> List.of(),
        (one, strictness, policy) -> add.run(one.input(), strictness, policy, group, threshold));
  }

  /**
   * Deletes a group.
   *
   * @param index its number, from 0
   */
  public void delete(int index, Batch.Listener listener) {
    int threshold = threshold();
    DeleteGroup delete = new DeleteGroup(session.world(), session.keyRing(given));
    change(
        listener,
        metadata -> DeleteGroup.leaving(metadata, index),
        (one, strictness, policy) -> delete.run(one.input(), strictness, policy, index, threshold));
  }

  private interface Change {
    byte[] of(FileWork.File file, Strictness strictness, Policy policy);
  }

  private void change(
      Batch.Listener listener, Function<Metadata, List<MasterKey>> leaving, Change change) {
    session.review(given);
    Restrictions restrictions = new Restrictions(session, given);
    Acceptance acceptance = new Acceptance(session, given, restrictions, leaving);
    new FileWork(session, given, file, SafeFile.Content.SEALED, listener)
        .run(
            new FolderTask("Changed", path -> false),
            acceptance,
            (one, output) ->
                change.of(
                    one,
                    restrictions.strictness(one.decidingPath()),
                    acceptance.policy(one.decidingPath())));
  }

  private int threshold() {
    return given.number(Recipients.THRESHOLD).orElse(0);
  }
}
