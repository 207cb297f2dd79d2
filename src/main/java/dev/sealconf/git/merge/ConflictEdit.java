package dev.sealconf.git.merge;

import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.filter.RawText;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.editor.Editor;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets a person edit the text of a file that a merge left with conflicts, and encrypts it value by
 * value once it has none.
 */
public final class ConflictEdit {
  private final Session session;
  private final Overrides given;
  private final Editor editor;

  /** How it ended. */
  public enum Outcome {
    RESOLVED,
    STILL_IN_CONFLICT,
    UNCHANGED
  }

  /** With this editor. */
  public ConflictEdit(Session session, Overrides given, Editor editor) {
    this.session = session;
    this.given = given;
    this.editor = editor;
  }

  /**
   * Edits it.
   *
   * @param name the file as the user names it, there or not
   * @return empty if the file holds no text with conflicts
   * @throws SealconfException if the file can't be opened or written
   */
  public Optional<Outcome> run(String name) {
    Path file = session.world().resolve(name);
    if (!Files.isRegularFile(file) || !RawText.mayBeUnfinished(session.files().read(file))) {
      return Optional.empty();
    }
    Repository repository = Repository.of(session.world());
    try (Stages stages = new Stages(repository)) {
      GitPath path = stages.path(name);
      byte[] bytes = session.files().read(file);
      Optional<HeldText> held = HeldText.open(session, given, repository, stages, path, bytes);
      if (held.isEmpty()) {
        return Optional.empty();
      }
      try (HeldText text = held.get()) {
        return Optional.of(edit(text, file));
      }
    }
  }

  /** Edits a text until it is resolved, or the person stops. */
  Outcome edit(HeldText held, Path file) {
    LinesEditor lines = new LinesEditor(session.world(), editor, file.getFileName().toString());
    byte[] text = held.text();
    while (true) {
      byte[] edited = lines.edit(text);
      if (Arrays.equals(edited, held.text())) {
        return Outcome.UNCHANGED;
      }
      Optional<SealconfException> failure = write(held, file, edited);
      if (failure.isEmpty()) {
        return Outcome.RESOLVED;
      }
      text = edited;
      if (!again(failure.get())) {
        session.files().write(file, SafeFile.Content.SEALED, held.held(edited));
        session.world().tell().say("the text is saved, encrypted, and still has to be resolved");
        return Outcome.STILL_IN_CONFLICT;
      }
    }
  }

  private Optional<SealconfException> write(HeldText held, Path file, byte[] text) {
    try {
      if (LinesEditor.hasMarkers(text)) {
        throw new FileFailure.Malformed("the text still has conflict markers")
            .at(Location.of(session.world().shown(file)));
      }
      session.files().write(file, SafeFile.Content.SEALED, held.sealed(text));
      session.world().tell().say("resolved; git add " + session.world().shown(file) + " tells git");
      return Optional.empty();
    } catch (SealconfException e) {
      return Optional.of(e);
    }
  }

  /** Returns whether the person wants to edit again; without an answer, the text is saved. */
  private boolean again(SealconfException failure) {
    String what = failure.location().map(place -> place + ": ").orElse("") + failure.getMessage();
    String prompt = what + " — [e]dit again, [s]ave it encrypted: ";
    while (session.world().ask().interactive()) {
      Optional<String> answer = session.world().ask().askLine(prompt);
      String word = answer.orElse("s").strip().toLowerCase(Locale.ROOT);
      if (word.isEmpty() || word.equals("e") || word.equals("edit")) {
        return true;
      }
      if (word.equals("s") || word.equals("save")) {
        return false;
      }
    }
    session.world().tell().warn(what);
    return false;
  }
}
