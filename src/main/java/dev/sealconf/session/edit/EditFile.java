package dev.sealconf.session.edit;

import dev.sealconf.error.EditorFailure;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.editor.Editor;
import dev.sealconf.io.plaintext.PlaintextFolder;
import dev.sealconf.io.process.EndedBySignal;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lets the user edit the plain text of one file. The draft is in memory while the editor is open. A
 * draft that can't be used is kept encrypted unless the user discards it.
 */
public final class EditFile {

  /** How the edit ended. */
  public enum Outcome {
    WRITTEN,
    UNCHANGED
  }

  private final Session session;
  private final Overrides given;
  private final Editor editor;
  private final String name;
  private final Path file;

  /**
   * Edits one file.
   *
   * @param name the file as the user names it; it need not exist
   */
  public EditFile(Session session, Overrides given, Editor editor, String name) {
    this.session = session;
    this.given = given;
    this.editor = editor;
    this.name = name;
    this.file = session.world().resolve(name);
  }

  /**
   * Runs the edit and reports in one line what changed.
   *
   * @throws SealconfException if the file can't be opened or created, or the draft can't be used; a
   *     hint then says where the draft is
   */
  public Outcome run() {
    SavedDrafts drafts = new SavedDrafts(session, given, file);
    Optional<SavedDraft> resumed =
        given.on("resume") ? Optional.of(drafts.load()) : Optional.empty();
    if (resumed.isEmpty()) {
      drafts.latest().ifPresent(this::tellOf);
    }
    try (EditedFile edited = target(resumed);
        PlaintextFolder folder = PlaintextFolder.open(world())) {
      Draft draft = new Draft(folder, file.getFileName().toString());
      return new Attempts(edited, draft, drafts, resumed).run();
    }
  }

  private EditedFile target(Optional<SavedDraft> resumed) {
    if (Files.notExists(file)) {
      return new NewTarget(session, given, name);
    }
    if (!Files.isRegularFile(file)) {
      throw new FileFailure.Unreadable(world().shown(file) + " is not a regular file");
    }
    if (!Files.isWritable(file)) {
      throw new OutputFailure.NotWritten(world().shown(file) + " is read-only")
          .hint("sealconf decrypt shows what is in it");
    }
    return new OpenedTarget(session, given, name, resumed.map(SavedDraft::opened));
  }

  private void tellOf(Path saved) {
    world()
        .tell()
        .warn(
            "there is a saved draft, "
                + world().shown(saved)
                + ": sealconf edit --resume goes on with it");
  }

  private World world() {
    return session.world();
  }

  /** The draft in its folder. */
  private record Draft(PlaintextFolder folder, String name) {}

  /** Opens the editor until a draft is written or the user gives up. */
  private final class Attempts {
    private final EditedFile edited;
    private final Draft draft;
    private final SavedDrafts drafts;
    private final Optional<SavedDraft> resumed;
    private byte[] last;

    Attempts(EditedFile edited, Draft draft, SavedDrafts drafts, Optional<SavedDraft> resumed) {
      this.edited = edited;
      this.draft = draft;
      this.drafts = drafts;
      this.resumed = resumed;
      this.last = resumed.map(SavedDraft::text).orElseGet(edited::text);
    }

    Outcome run() {
      draft.folder().write(draft.name(), last);
      while (true) {
        letEdit();
        byte[] text = read();
        if (isUnchanged(text)) {
          return Outcome.UNCHANGED;
        }
        Optional<SealconfException> failure = tryToWrite(text);
        if (failure.isEmpty()) {
          removeResumed();
          return Outcome.WRITTEN;
        }
        last = edited.next(text);
        goOnAfter(failure.get());
        draft.folder().rewrite(draft.name(), last);
      }
    }

    private void letEdit() {
      try {
        editor.edit(draft.folder(), draft.name());
      } catch (EditorFailure e) {
        throw keptIfChanged(e);
      } catch (EndedBySignal e) {
        keepIfChanged();
        throw e;
      }
    }

    private SealconfException keptIfChanged(SealconfException failure) {
      byte[] text = read();
      return Arrays.equals(text, last) ? failure : pointingTo(kept(text), failure);
    }

    /** A resumed draft differs from the file, so saving it as it is may be intended. */
    private boolean isUnchanged(byte[] text) {
      if (resumed.isEmpty()) {
        return Arrays.equals(text, edited.text());
      }
      boolean asSaved = Arrays.equals(text, resumed.get().text());
      return asSaved
          && world().ask().interactive()
          && !world().ask().confirm("The draft is as it was saved. Write it to " + name + "?");
    }

    private Optional<SealconfException> tryToWrite(byte[] text) {
      try {
        world().tell().say(edited.write(text));
        return Optional.empty();
      } catch (SealconfException e) {
        return Optional.of(e);
      } catch (RuntimeException | StackOverflowError e) {
        kept(text);
        throw e;
      }
    }

    /** Saves the draft before it asks, so that the draft survives if the process ends. */
    private void goOnAfter(SealconfException failure) {
      Path saved = drafts.save(edited, last);
      switch (NextStep.ask(world().ask(), failure)) {
        case EDIT_AGAIN -> session.files().remove(saved);
        case SAVE -> {
          removeResumed();
          throw pointingTo(saved, failure);
        }
        case QUIT -> {
          session.files().remove(saved);
          throw failure.hint("the draft was thrown away, and the file is as it was");
        }
      }
    }

    private SealconfException pointingTo(Path saved, SealconfException failure) {
      return failure
          .hint("the draft is saved, encrypted, in " + world().shown(saved))
          .hint("sealconf edit --resume " + world().shown(file) + " goes on with it");
    }

    /** Saves a draft, and removes the saved draft that it was made from. */
    private Path kept(byte[] text) {
      Path saved = drafts.save(edited, text);
      removeResumed();
      return saved;
    }

    private void removeResumed() {
      resumed.ifPresent(draft -> session.files().remove(draft.file()));
    }

    private byte[] read() {
      try {
        return draft.folder().read(draft.name());
      } catch (IOException e) {
        throw new FileFailure.Unreadable("can't read the draft that the editor left")
            .at(Location.of(name))
            .from(e);
      }
    }

    /** Keeps what the user has saved in the editor so far when a signal ends this process. */
    private void keepIfChanged() {
      byte[] text = read();
      if (!Arrays.equals(text, last)) {
        Path saved = kept(text);
        world().tell().warn("the draft is saved, encrypted, in " + world().shown(saved));
      }
    }
  }
}
