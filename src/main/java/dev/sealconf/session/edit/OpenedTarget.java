package dev.sealconf.session.edit;

import dev.sealconf.config.StoreSettings;
import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.error.Location;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.EditText;
import dev.sealconf.operation.file.Companion;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.merge.MergedText;
import dev.sealconf.operation.merge.Place;
import dev.sealconf.operation.merge.ThreeWayMerge;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.ForeignName;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.Restrictions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An existing file. If it changes while the user edits it, both changes are merged by key. */
final class OpenedTarget implements EditedFile {
  private final Session session;
  private final Overrides given;
  private final String name;
  private final Path file;
  private final KeyRing keys;
  private final Restrictions restrictions;
  private final List<OpenedFile> all = new ArrayList<>();
  private final Optional<ShownKeys> shown;
  private OpenedFile current;
  private Document base;
  private Optional<byte[]> rebased = Optional.empty();

  /**
   * Opens the file.
   *
   * @param name the file as the user names it
   * @param opened the plain text that a draft started from, if it differs from the file's
   */
  OpenedTarget(Session session, Overrides given, String name, Optional<byte[]> opened) {
    this.session = session;
    this.given = given;
    this.name = name;
    this.file = session.world().resolve(name);
    this.keys = session.keyRing(given);
    this.restrictions = new Restrictions(session, given);
    this.current = open(session.files().read(file));
    Document plain = current.plain();
    this.base = opened.map(text -> read(plain, text)).orElse(plain);
    this.shown =
        given.on("show-master-keys") && !plain.format().encryptsWhole()
            ? current.opened().document().metadata().map(ShownKeys::new)
            : Optional.empty();
  }

  private OpenedFile open(byte[] bytes) {
    Input input = new FileTypes(given, session.formats()).input(name, bytes);
    OpenedFile opened =
        OpenedFile.open(session.world(), keys, input, restrictions.strictness(file));
    all.add(opened);
    return opened;
  }

  /** Reads a text. An empty text means that the file did not exist yet. */
  private static Document read(Document like, byte[] text) {
    return text.length == 0
        ? new Document(
            like.format(),
            new SourceText(like.source().name(), text),
            List.of(),
            Optional.empty(),
            Optional.empty())
        : like.format().read(new SourceText(like.source().name(), text));
  }

  @Override
  public byte[] text() {
    return shown.map(keysShown -> keysShown.addedTo(base)).orElse(base.source().bytes());
  }

  @Override
  public byte[] opened() {
    return base.source().bytes();
  }

  @Override
  public String write(byte[] draft) {
    rebased = Optional.empty();
    byte[] text =
        shown.map(keysShown -> keysShown.removedFrom(base.format(), name, draft)).orElse(draft);
    String[] summary = {""};
    session.files().update(file, SafeFile.Content.SEALED, now -> sealed(now, text, summary));
    return summary[0];
  }

  private byte[] sealed(byte[] now, byte[] text, String[] summary) {
    if (!Arrays.equals(now, current.input().source().bytes())) {
      current = open(now);
    }
    Document plain = current.plain();
    boolean changed = !Arrays.equals(plain.source().bytes(), base.source().bytes());
    byte[] merged = changed ? merged(plain, text) : text;
    Output output = new FileTypes(given, session.formats()).output(name, now, stores());
    EditText.Edited edited =
        new EditText(session.world())
            .run(current, plain, merged, output, restrictions.policy(file, Set.of()));
    if (changed) {
      session.world().tell().say("merged with what changed in " + shownName() + " meanwhile");
    }
    new ForeignName(session).announce(name, output.format(), now, edited.bytes());
    summary[0] = ChangeSummary.of(edited.changes());
    return edited.bytes();
  }

  /**
   * Returns the draft with what changed in the file since it was opened. Fails if the two conflict.
   */
  private byte[] merged(Document theirs, byte[] text) {
    Document ours = read(theirs, text);
    ThreeWayMerge merge = ThreeWayMerge.of(base.branches(), ours.branches(), theirs.branches());
    Optional<byte[]> merged =
        merge.conflicts().isEmpty() ? MergedText.of(base, ours, theirs, merge) : Optional.empty();
    if (merged.isPresent()) {
      return merged.get();
    }
    rebased =
        Optional.of(
            MergedText.with(ours, merge.theirs())
                .map(document -> document.source().bytes())
                .orElse(text));
    base = theirs;
    throw conflict(merge.conflicts());
  }

  private SealconfException conflict(List<Place> places) {
    String what =
        places.isEmpty()
            ? "comments, or documents other than the first"
            : String.join(", ", places.stream().map(Place::toString).toList());
    return new OutputFailure.NotWritten(
            "the file changed while you edited it, and both sides changed " + what)
        .at(Location.of(name))
        .hint("the draft has your side; sealconf decrypt shows the other one");
  }

  private StoreSettings stores() {
    return session.stores(given);
  }

  private String shownName() {
    return session.world().shown(file);
  }

  @Override
  public byte[] next(byte[] draft) {
    return rebased
        .map(text -> shown.map(keysShown -> keysShown.addedTo(read(base, text))).orElse(text))
        .orElse(draft);
  }

  @Override
  public byte[] sealAll(Document plain) {
    return new Companion(session.world().entropy(), session.providers()).sealAll(current, plain);
  }

  @Override
  public void close() {
    all.forEach(OpenedFile::close);
  }
}
