package dev.sealconf.git.diff;

import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.repository.Blobs;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.World;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares two files, two revisions, or a revision with the work tree. */
public final class DiffFiles {
  private final Session session;
  private final Overrides given;
  private final World world;
  private final Optional<Repository> repository;
  private final Comparison comparison;

  /** For what the words of a command line name. */
  public DiffFiles(Session session, Overrides given) {
    this.session = session;
    this.given = given;
    this.world = session.world();
    this.repository = Textconv.repository(world);
    boolean reveal = given.on("reveal") || Textconv.isRevealing(world);
    this.comparison =
        new Comparison(session, given, Textconv.fingerprints(world, repository), reveal);
  }

  /**
   * Returns what differs. Two words are two files. One word is a revision to compare with the work
   * tree, or two revisions with two dots between them; no word means {@code HEAD}.
   *
   * @param paths the files of the revisions to compare; all encrypted files if there are none
   * @throws dev.sealconf.error.SealconfException if a file or revision can't be read
   */
  public List<FileDifference> differences(List<String> paths) {
    List<String> words = given.words();
    if (words.size() > 2 || words.size() == 2 && !paths.isEmpty()) {
      throw new UsageFailure.Mistake("diff takes two files, or one revision or range")
          .hint("sealconf diff main..HEAD -- FILE compares files of two revisions");
    }
    return words.size() == 2
        ? files(words.get(0), words.get(1))
        : revisions(words.isEmpty() ? "HEAD" : words.get(0), paths);
  }

  private List<FileDifference> files(String one, String other) {
    Comparison.Side before = side(one);
    Comparison.Side after = side(other);
    return comparison
        .of(other, before, after, () -> Set.of(MaskedText.ALL))
        .map(List::of)
        .orElse(List.of());
  }

  private Comparison.Side side(String file) {
    byte[] bytes = session.files().read(world.resolve(file));
    return new Comparison.Side(file, Optional.of(bytes), true);
  }

  private List<FileDifference> revisions(String range, List<String> paths) {
    Repository found = repository.orElseGet(() -> Repository.of(world));
    List<FileDifference> differences = new ArrayList<>();
    try (Blobs blobs = new Blobs(found);
        PlainSelections plain = new PlainSelections(session, found)) {
      for (ChangedPath path : ChangedPath.in(found, range, paths)) {
        Comparison.Side before = stored(path.text(), blobs, path.before());
        Comparison.Side after =
            path.inWorkTree() ? inWorkTree(found, path) : stored(path.text(), blobs, path.after());
        boolean wanted =
            !paths.isEmpty() || comparison.isEncrypted(before) || comparison.isEncrypted(after);
        if (wanted) {
          Set<Selection> secret = plain.of(path.text());
          comparison.of(path.text(), before, after, () -> secret).ifPresent(differences::add);
        }
      }
    }
    return differences;
  }

  private static Comparison.Side stored(String name, Blobs blobs, Optional<String> object) {
    return new Comparison.Side(name, object.flatMap(blobs::read).map(Blobs.Blob::bytes), true);
  }

  /** A plain file in the work tree says nothing about who can decrypt what git will store. */
  private Comparison.Side inWorkTree(Repository found, ChangedPath path) {
    Path file = found.file(path.text());
    Optional<byte[]> bytes =
        Files.isRegularFile(file) ? Optional.of(session.files().read(file)) : Optional.empty();
    Comparison.Side side = new Comparison.Side(path.text(), bytes, true);
    return new Comparison.Side(path.text(), bytes, bytes.isEmpty() || comparison.isEncrypted(side));
  }
}
