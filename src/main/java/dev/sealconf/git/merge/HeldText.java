package dev.sealconf.git.merge;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.git.filter.RawText;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.operation.file.Companion;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.MergedFile;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.PlainChecks;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.operation.merge.Versions;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.Recipes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of the work tree that holds a text whole, encrypted, because a merge left conflicts in it.
 * Closing it wipes its data key.
 */
final class HeldText implements AutoCloseable {
  private final Session session;
  private final Overrides given;
  private final Repository repository;
  private final Stages stages;
  private final GitPath path;
  private final OpenedFile holder;
  private final RawText held;

  private HeldText(
      Session session,
      Overrides given,
      Repository repository,
      Stages stages,
      GitPath path,
      OpenedFile holder,
      RawText held) {
    this.session = session;
    this.given = given;
    this.repository = repository;
    this.stages = stages;
    this.path = path;
    this.holder = holder;
    this.held = held;
  }

  /** Opens it; empty if the file doesn't hold a text whole. */
  static Optional<HeldText> open(
      Session session,
      Overrides given,
      Repository repository,
      Stages stages,
      GitPath path,
      byte[] bytes) {
    if (!RawText.mayBeUnfinished(bytes)) {
      return Optional.empty();
    }
    Input input = new FileTypes(given, session.formats()).input(path.text(), bytes);
    OpenedFile holder =
        OpenedFile.open(session.world(), session.keyRing(given), input, Strictness.NORMAL);
    Optional<RawText> held = RawText.in(holder.tree());
    if (held.isEmpty()) {
      holder.close();
    }
    return held.map(text -> new HeldText(session, given, repository, stages, path, holder, text));
  }

  /** Returns the text. */
  byte[] text() {
    return held.text();
  }

  /** Returns a document of the file's format without anything in it. */
  Document like() {
    return Version.nothing(input(new byte[0]));
  }

  private Input input(byte[] text) {
    return new Input(new SourceText(path.text(), text), holder.input().format());
  }

  /** Another text, held in the same way. */
  byte[] held(byte[] text) {
    Document document =
        new RawText(held.reason(), text).document(holder.input().format(), path.text());
    return new Companion(session.world().entropy(), session.providers()).sealAll(holder, document);
  }

  /**
   * Returns the encrypted file for a text that is resolved.
   *
   * @throws dev.sealconf.error.SealconfException if the text can't be read or encrypted
   */
  byte[] sealed(byte[] text) {
    Optional<Versions<byte[]>> versions = stages.versions(path);
    Path file = repository.file(path.text());
    if (versions.isPresent()) {
      try (FileMerge merge =
          new FileMerge(
              session, given, file, path.text(), versions.get(), ListIdentity.of(repository))) {
        return merge.sealed(text);
      }
    }
    Input input = input(text);
    Document plain = input.format().read(input.source());
    PlainChecks.refuse(plain, input, input.format());
    Input head = new FileTypes(given, session.formats()).input(path.text(), stages.committed(path));
    try (Version before = Version.openOrNothing(session, given, head)) {
      List<OpenedFile> sources = new ArrayList<>(List.of(holder));
      before
          .opened()
          .filter(version -> MergedFile.sameDataKey(version, holder))
          .ifPresent(sources::add);
      Terms like =
          before
              .opened()
              .map(version -> version.metadata().terms())
              .orElseGet(() -> new Recipes(session, given).recipe(file, input.format()).terms());
      Terms own = holder.metadata().terms();
      Terms terms =
          new Terms(
              own.groups(),
              own.threshold(),
              like.selection(),
              like.macOnlyEncrypted(),
              Terms.SealPolicy.WHEN_NEEDED);
      return new MergedFile(session.world(), session.providers())
          .seal(sources, plain, terms, holder.metadata().groups());
    }
  }

  @Override
  public void close() {
    holder.close();
  }
}
