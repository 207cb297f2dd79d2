package dev.sealconf.git.filter;

import dev.sealconf.git.merge.ResolvedConflict;
import dev.sealconf.git.repository.Blobs;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.Index;
import dev.sealconf.git.repository.LastCommit;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Converts files of the work tree to what git stores, and back ({@code gitattributes(5)}, filter).
 * {@link #clean} is for one thread; {@link #smudge} may be called from several.
 */
public final class BlobFilter implements AutoCloseable {
  private final Blobs blobs;
  private final BlobCache cache;
  private final RuleRecipes rules;
  private final Notices notices;
  private final Clean clean;
  private final Smudge smudge;
  private final ResolvedConflict resolved;
  private final boolean locked;

  /**
   * Creates a filter for one command of git.
   *
   * @param given the options of this run, such as key services
   */
  public BlobFilter(Session session, Overrides given, Repository repository) {
    FileTypes types = new FileTypes(given, session.formats());
    KeyRing keys = session.keyRing(given);
    this.blobs = new Blobs(repository);
    this.cache = new BlobCache(repository);
    this.locked = Files.exists(repository.lockFile());
    this.rules = new RuleRecipes(session);
    this.notices = new Notices(session.world().tell());
    Index index = new Index(repository);
    this.resolved = new ResolvedConflict(session, given, repository, index, blobs, cache);
    Opener opener = new Opener(session.world(), keys, rules, repository);
    Sealer sealer = new Sealer(session.world(), keys, rules, repository);
    this.clean =
        new Clean(
            new Bases(blobs, new LastCommit(repository, blobs), types, session.providers()),
            index,
            blobs,
            cache,
            types,
            opener,
            sealer,
            notices,
            new CallingGit(session.world()));
    this.smudge = new Smudge(cache, types, opener, notices, session.providers());
  }

  /**
   * Returns the blob for a file of the work tree: the same one each time. A file that is encrypted
   * already, or empty, is returned as it is.
   *
   * @throws dev.sealconf.error.SealconfException if the file can't be encrypted; it is never
   *     returned unencrypted instead
   */
  public byte[] clean(GitPath path, byte[] work) {
    return resolved.blob(path, work).orElseGet(() -> clean.of(path, work));
  }

  /**
   * Returns the file for a blob. A blob that can't be decrypted is returned as it is, and reported.
   * So is every blob while the work tree is locked, without a report.
   *
   * @param object the name of the blob, if git has told it
   */
  public byte[] smudge(GitPath path, byte[] stored, Optional<String> object) {
    return locked ? stored : smudge.of(path, stored, object);
  }

  /** Returns whether decrypting the blob needs a service on the network. */
  public boolean isRemote(GitPath path, byte[] stored) {
    return !locked && smudge.isRemote(path, stored);
  }

  /** Returns the cache of this repository. */
  public BlobCache cache() {
    return cache;
  }

  /** Reports what was not reported yet, and wipes keys. */
  @Override
  public void close() {
    notices.close();
    rules.close();
    blobs.close();
    cache.close();
  }
}
