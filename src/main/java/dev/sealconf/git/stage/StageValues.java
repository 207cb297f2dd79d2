package dev.sealconf.git.stage;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.filter.BlobFilter;
import dev.sealconf.git.filter.RawText;
import dev.sealconf.git.repository.Blobs;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.Index;
import dev.sealconf.git.repository.IndexEntry;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.operation.file.FileStatus;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.merge.Change;
import dev.sealconf.operation.merge.Changes;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.Restrictions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Stages values of one file: its blob in the index gets them, with a MAC that fits, and its file in
 * the work tree stays as it is.
 */
public final class StageValues {
  private final Session session;
  private final Overrides given;
  private final Repository repository;
  private final GitPath path;
  private final Path file;
  private final IndexEntry entry;

  /**
   * For one file.
   *
   * @param name the file as the user names it
   * @throws Refusal if it isn't in the index, or has a conflict
   */
  public StageValues(Session session, Overrides given, Repository repository, String name) {
    this.session = session;
    this.given = given;
    this.repository = repository;
    this.file = session.world().resolve(name);
    this.path = GitPath.of(below(repository.top(), file, name));
    List<IndexEntry> entries = new Index(repository).entries(path.bytes());
    if (entries.size() > 1) {
      throw new Refusal(Printable.quote(name) + " has a conflict")
          .hint("resolve it first: sealconf git fix " + Printable.quote(name));
    }
    this.entry =
        new Index(repository)
            .current(path.bytes())
            .orElseThrow(
                () ->
                    new Refusal(Printable.quote(name) + " isn't in git's index")
                        .hint("add the whole file: git add " + Printable.quote(name)));
  }

  private static String below(Path top, Path file, String name) {
    try {
      Path real = file.startsWith(top) ? file : file.toRealPath();
      if (real.startsWith(top)) {
        return top.relativize(real).toString().replace('\\', '/');
      }
    } catch (IOException e) {
      throw new FileFailure.Missing(Printable.quote(name) + " does not exist", "").from(e);
    }
    throw new Refusal(Printable.quote(name) + " is not in this work tree");
  }

  /** Returns the places whose values differ from those in the index. */
  public List<Change> changes() {
    return Changes.between(plain(stored()).branches(), plain(work()).branches());
  }

  /**
   * Stages values.
   *
   * @param places where they are; a key of digits may mean a position in a list
   * @throws SealconfException if there is no value, no key is at hand, or a text can't be read
   */
  public void stage(List<TreePath> places) {
    ChosenValues chosen = new ChosenValues(plain(stored()), plain(work()));
    places.forEach(chosen::take);
    try (BlobFilter filter = new BlobFilter(session, given, repository)) {
      store(filter.clean(path, chosen.text()));
    }
  }

  private Input stored() {
    try (Blobs blobs = new Blobs(repository)) {
      byte[] bytes =
          blobs
              .read(entry.object())
              .orElseThrow(() -> new MachineFailure("git doesn't have the blob of the file"))
              .bytes();
      return input(bytes);
    }
  }

  private Input work() {
    return input(session.files().read(file));
  }

  private Input input(byte[] bytes) {
    return new FileTypes(Overrides.NONE, session.formats()).input(path.text(), bytes);
  }

  /** Returns the plain document of a file, encrypted or not. */
  private Document plain(Input input) {
    if (input.format().encryptsWhole()) {
      throw new Refusal(Printable.quote(path.text()) + " is encrypted as a whole")
          .hint("add the whole file: git add " + Printable.quote(path.text()));
    }
    if (!isEncrypted(input)) {
      return input.format().read(input.source());
    }
    try (OpenedFile opened =
        OpenedFile.open(
            session.world(),
            session.keyRing(given),
            input,
            new Restrictions(session, given).strictness(file))) {
      if (RawText.reason(opened.tree()).isPresent()) {
        throw new OpeningFailure.Malformed("the version in git's index isn't in its format")
            .hint("add the whole file: git add " + Printable.quote(path.text()));
      }
      byte[] text = opened.plain().source().bytes();
      return input.format().read(new SourceText(path.text(), text));
    }
  }

  private boolean isEncrypted(Input input) {
    try {
      return new FileStatus(session.providers()).sealed(input);
    } catch (SealconfException e) {
      return false; // reading it as plain text says what is wrong
    }
  }

  private void store(byte[] blob) {
    String object = repository.store(blob);
    repository.stage(List.of(new IndexEntry(entry.mode(), object, 0, path.bytes())));
  }
}
