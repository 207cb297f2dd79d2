package dev.sealconf.git.merge;

import dev.sealconf.document.Document;
import dev.sealconf.document.Indent;
import dev.sealconf.document.Revision;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.Tell;
import dev.sealconf.io.World;
import dev.sealconf.io.editor.Editor;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.operation.guard.RecipientsGuard;
import dev.sealconf.operation.merge.Change;
import dev.sealconf.operation.merge.Changes;
import dev.sealconf.operation.merge.KeyMerge;
import dev.sealconf.operation.merge.Versions;
import dev.sealconf.operation.merge.Versions.Side;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.Restrictions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Repairs a file that a merge or an edit without a key has broken: one with conflict markers, or
 * one whose MAC doesn't fit any more.
 */
public final class FixFile {
  private static final String TOKEN = "ENC[AES256_GCM,";

  private final Session session;
  private final Overrides given;
  private final Editor editor;
  private final Repository repository;

  /** For the repository around the working directory. */
  public FixFile(Session session, Overrides given, Editor editor) {
    this.session = session;
    this.given = given;
    this.editor = editor;
    this.repository = Repository.of(session.world());
  }

  /**
   * Repairs a file of the work tree.
   *
   * @param name the file as the user names it
   * @return whether it is in order now
   * @throws SealconfException if it can't be opened, or a person would have to answer and can't
   */
  public boolean run(String name) {
    try (Stages stages = new Stages(repository)) {
      GitPath path = stages.path(name);
      Optional<Versions<byte[]>> versions = stages.versions(path);
      if (versions.isPresent()) {
        return new Mergetool(session, given, editor).resolve(stages, path, versions.get());
      }
      byte[] bytes = session.files().read(file(path));
      Optional<HeldText> held = HeldText.open(session, given, repository, stages, path, bytes);
      if (held.isPresent()) {
        try (HeldText text = held.get()) {
          return held(text, path);
        }
      }
      Optional<ConflictText> conflict = ConflictText.of(bytes);
      return conflict.isPresent()
          ? marked(stages, path, bytes, conflict.get())
          : checked(stages, path, bytes);
    }
  }

  private Path file(GitPath path) {
    return repository.file(path.text());
  }

  private boolean held(HeldText held, GitPath path) {
    Optional<ConflictText> conflict = ConflictText.of(held.text());
    Optional<Versions<Document>> plain = conflict.flatMap(text -> readable(text, held.like()));
    if (plain.isEmpty()) {
      return new ConflictEdit(session, given, editor).edit(held, file(path))
          == ConflictEdit.Outcome.RESOLVED;
    }
    KeyMerge merge = KeyMerge.of(plain.get(), ListIdentity.of(repository));
    Optional<byte[]> text = resolved(merge, plain.get().ours());
    text.ifPresent(done -> write(path, SafeFile.Content.SEALED, held.sealed(done)));
    return text.isPresent();
  }

  /** Returns empty if one of the sides can't be read in the format of the file. */
  private static Optional<Versions<Document>> readable(ConflictText text, Document like) {
    try {
      Versions<Document> all =
          text.versions()
              .map(bytes -> like.format().read(new SourceText(like.source().name(), bytes)));
      return Optional.of(text.hasBase() ? all : new Versions<>(like, all.ours(), all.theirs()));
    } catch (SealconfException e) {
      return Optional.empty();
    }
  }

  /** A file with conflict markers between its lines, encrypted or plain. */
  private boolean marked(Stages stages, GitPath path, byte[] bytes, ConflictText conflict) {
    boolean encrypted = new String(bytes, StandardCharsets.ISO_8859_1).contains(TOKEN);
    byte[] base = conflict.hasBase() ? conflict.versions().base() : new byte[0];
    Versions<byte[]> versions =
        new Versions<>(base, conflict.versions().ours(), conflict.versions().theirs());
    try (FileMerge merge =
        new FileMerge(
            session,
            given,
            file(path),
            path.text(),
            stages.mergedVersions(path).orElse(versions),
            ListIdentity.of(repository),
            true)) {
      KeyMerge merged = merge.merged();
      Optional<byte[]> text = resolved(merged, merge.plain().ours());
      if (text.isEmpty()) {
        return false;
      }
      if (!encrypted) {
        write(path, SafeFile.Content.PLAIN, text.get());
        return true;
      }
      Document after = like(merge.plain().ours(), text.get());
      return confirmed(stages, path, after.branches())
          && write(path, SafeFile.Content.SEALED, merge.sealed(text.get()));
    }
  }

  private static Document like(Document other, byte[] text) {
    return other.format().read(new SourceText(other.source().name(), text));
  }

  /** A file without markers: only its MAC or its seal may be wrong. */
  private boolean checked(Stages stages, GitPath path, byte[] bytes) {
    Input input = new FileTypes(given, session.formats()).input(path.text(), bytes);
    Restrictions restrictions = new Restrictions(session, given);
    Strictness strictness = restrictions.strictness(file(path));
    try {
      OpenedFile.open(session.world(), session.keyRing(given), input, strictness).close();
      session.world().tell().say(shown(path) + ": nothing to fix");
      return true;
    } catch (OpeningFailure.Changed e) {
      session.world().tell().warn(shown(path) + ": " + e.getMessage());
    }
    World quiet = session.world().with(session.world().ask(), Tell.NOTHING);
    try (OpenedFile changed =
        OpenedFile.open(quiet, session.keyRing(given), input, new Strictness(true, false))) {
      new RecipientsGuard(restrictions.policy(file(path), Set.of()), session.providers())
          .check(
              session.world(),
              changed.metadata(),
              input,
              changed.opened().termsVouched(),
              List.of());
      return confirmed(stages, path, changed.tree())
          && write(path, SafeFile.Content.SEALED, resealed(changed));
    }
  }

  private static byte[] resealed(OpenedFile changed) {
    Document plain = changed.plain();
    Output output = new Output(changed.input().format(), Indent.DEFAULT, false);
    return changed.reseal(plain, new Revision(plain, List.of()), output);
  }

  /** Shows by key what differs from the last commit, and asks. */
  private boolean confirmed(Stages stages, GitPath path, List<MapNode> now) {
    World world = session.world();
    Input head = new FileTypes(given, session.formats()).input(path.text(), stages.committed(path));
    try (Version before = Version.openOrNothing(session, given, head)) {
      boolean known = before.opened().isPresent();
      world
          .tell()
          .say(
              known
                  ? shown(path) + ", compared with the last commit:"
                  : shown(path) + ": the last commit has no version that opens; it would have:");
      List<Change> changes = Changes.between(before.plain().branches(), now);
      for (Change change : changes) {
        String verb =
            change.before().isEmpty() ? "added" : change.after().isEmpty() ? "removed" : "changed";
        world.tell().say("  " + verb + " " + ShownPlace.of(change.place()));
      }
      if (changes.isEmpty()) {
        world.tell().say("  no value differs");
      }
    }
    if (given.on("yes")) {
      return true;
    }
    if (!world.ask().interactive()) {
      throw new Refusal("a person has to confirm what " + shown(path) + " has")
          .hint("if the list is right, add --yes");
    }
    return world.ask().confirm("Is that right? Encrypt " + shown(path) + " with these values?");
  }

  private Optional<byte[]> resolved(KeyMerge merge, Document like) {
    if (merge.conflicts().isEmpty()) {
      return Optional.of(merge.resolved(Side.OURS));
    }
    World world = session.world();
    if (!world.ask().interactive()) {
      throw new Refusal("a person has to resolve " + MergeSummary.of(merge, List.of()))
          .hint("run sealconf git fix at a terminal");
    }
    String name = Path.of(like.source().name()).getFileName().toString();
    return new Resolution(world, new LinesEditor(world, editor, name), like).of(merge);
  }

  private boolean write(GitPath path, SafeFile.Content content, byte[] bytes) {
    session.files().write(file(path), content, bytes);
    session.world().tell().say("fixed " + shown(path) + "; git add tells git");
    return true;
  }

  private static String shown(GitPath path) {
    return Printable.plain(path.text());
  }
}
