package dev.sealconf.git.merge;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.filter.BlobCache;
import dev.sealconf.git.repository.Blobs;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.Index;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.operation.file.FileAccess;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.merge.Versions;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.Optional;

/**
 * The blob for a file of the work tree in which a person has resolved a conflict. If a branch has
 * other keys or rules, the blob has what a merge without a conflict would have: the file of our
 * side alone doesn't tell.
 */
public final class ResolvedConflict {
  private final Session session;
  private final Overrides given;
  private final Repository repository;
  private final Stages stages;
  private final BlobCache cache;

  /** For the files of a repository. */
  public ResolvedConflict(
      Session session,
      Overrides given,
      Repository repository,
      Index index,
      Blobs blobs,
      BlobCache cache) {
    this.session = session;
    this.given = given;
    this.repository = repository;
    this.stages = new Stages(repository, index, blobs);
    this.cache = cache;
  }

  /**
   * Returns the blob.
   *
   * @return empty if the path has no conflict in the index, if both sides have the same keys and
   *     rules, or if the text isn't resolved or the versions can't be opened
   */
  public Optional<byte[]> blob(GitPath path, byte[] work) {
    Optional<Versions<byte[]>> versions = stages.versions(path);
    if (versions.isEmpty() || LinesEditor.hasMarkers(work)) {
      return Optional.empty();
    }
    try {
      return sameTerms(path, versions.get())
          ? Optional.empty()
          : Optional.of(merged(path, work, versions.get()));
    } catch (SealconfException e) {
      return Optional.empty(); // the filter does without, and says what is wrong
    }
  }

  private boolean sameTerms(GitPath path, Versions<byte[]> versions) {
    Metadata ours = metadata(path, versions.ours());
    Metadata theirs = metadata(path, versions.theirs());
    return ours.groups().equals(theirs.groups())
        && ours.threshold() == theirs.threshold()
        && ours.selection().equals(theirs.selection())
        && ours.macOnlyEncrypted() == theirs.macOnlyEncrypted();
  }

  private Metadata metadata(GitPath path, byte[] stored) {
    Input input = new FileTypes(given, session.formats()).input(path.text(), stored);
    return FileAccess.metadata(input, session.providers());
  }

  private byte[] merged(GitPath path, byte[] work, Versions<byte[]> versions) {
    try (FileMerge merge =
        new FileMerge(
            session,
            given,
            repository.file(path.text()),
            path.text(),
            versions,
            ListIdentity.of(repository))) {
      byte[] stored = merge.sealed(work);
      cache.remember(path, work, stored, merge.metadata());
      return stored;
    }
  }
}
