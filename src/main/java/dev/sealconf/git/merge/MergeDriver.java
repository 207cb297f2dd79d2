package dev.sealconf.git.merge;

import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.SealingFailure;
import dev.sealconf.git.filter.BlobCache;
import dev.sealconf.git.filter.CallingGit;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.io.process.Subprocess;
import dev.sealconf.operation.merge.ConflictMarkers;
import dev.sealconf.operation.merge.KeyMerge;
import dev.sealconf.operation.merge.Versions;
import dev.sealconf.operation.merge.Versions.Side;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.nio.file.Path;
import java.util.List;

/**
 * Git's merge driver ({@code gitattributes(5)}, merge): merges three encrypted versions of a file
 * by key, and leaves the encrypted result in the file of our version.
 */
public final class MergeDriver {
  private static final int MOST_CONFLICTS_OF_GIT = 128;

  /** The labels of conflict markers. */
  static final Versions<String> LABELS = new Versions<>("base", "ours", "theirs");

  private final Session session;
  private final Overrides given;
  private final Repository repository;

  /** For a merge in this repository. */
  public MergeDriver(Session session, Overrides given, Repository repository) {
    this.session = session;
    this.given = given;
    this.repository = repository;
  }

  /**
   * Merges a file.
   *
   * @param files the files with the three versions, as git names them ({@code %O %A %B})
   * @param markerSize the length of conflict markers ({@code %L})
   * @param path the file in the work tree, relative to its top ({@code %P})
   * @return whether there is no conflict; if there is one, our version's file has it, encrypted
   * @throws SealconfException if a file can't be read or written
   */
  public boolean merge(Versions<String> files, int markerSize, String path) {
    Versions<Path> paths = files.map(session.world()::resolve);
    Versions<byte[]> stored = paths.map(session.files()::read);
    Path file = repository.file(path);
    try (FileMerge merge =
        new FileMerge(session, given, file, path, stored, ListIdentity.of(repository))) {
      KeyMerge merged = favored(merge.merged());
      byte[] work = work(merge, merged, markerSize);
      byte[] result = result(merge, merged, work, path);
      session.files().write(paths.ours(), SafeFile.Content.SEALED, result);
      remember(merge, path, work, result);
      tell(merge, merged, path);
      return merged.conflicts().isEmpty() && merge.conflictsOfTerms().isEmpty();
    } catch (KeyFailure
        | OpeningFailure
        | FileFailure
        | SealingFailure
        | ConfigFailure
        | OutputFailure.NotRepresentable
        | Refusal e) {
      return mergeEncrypted(paths, markerSize, path, e);
    }
  }

  /** Git's {@code -X ours} and {@code -X theirs}. */
  private KeyMerge favored(KeyMerge merged) {
    return merged.conflicts().isEmpty()
        ? merged
        : new CallingGit(session.world())
            .favored()
            .map(side -> merged.wonBy(side.equals("ours") ? Side.OURS : Side.THEIRS))
            .orElse(merged);
  }

  /**
   * Returns the merged text, with markers if there is a conflict; our version of one without lines.
   */
  private static byte[] work(FileMerge merge, KeyMerge merged, int markerSize) {
    boolean clean = merged.conflicts().isEmpty();
    return clean || !KeyMerge.canBeMarked(merge.plain().ours().format())
        ? merged.resolved(Side.OURS)
        : merged.marked(new ConflictMarkers(markerSize, LABELS));
  }

  private byte[] result(FileMerge merge, KeyMerge merged, byte[] work, String path) {
    if (merged.conflicts().isEmpty()) {
      return merge.sealed(work);
    }
    if (!KeyMerge.canBeMarked(merge.plain().ours().format())) {
      say(path, "both sides changed the file; your side (ours) is in the work tree");
      return merge.oursAsStored();
    }
    return merge.conflicted(work);
  }

  /** The filter has to find the result while git's index has none yet. */
  private void remember(FileMerge merge, String path, byte[] work, byte[] result) {
    if (BlobCache.isThere(repository)) {
      try (BlobCache cache = new BlobCache(repository)) {
        cache.remember(GitPath.of(path), work, result, merge.metadata());
      }
    }
  }

  private void tell(FileMerge merge, KeyMerge merged, String path) {
    say(path, MergeSummary.of(merged, merge.conflictsOfTerms()));
    if (merge.baseIsClosed()) {
      say(
          path,
          "no key opens the version that both sides began with, so values that differ are"
              + " conflicts");
    }
    if (!merge.conflictsOfTerms().isEmpty()) {
      try (Stages stages = new Stages(repository)) {
        String command = stages.updateKeys(GitPath.of(path));
        say(path, "check who can decrypt it; to apply .sops.yaml: " + command);
      }
    }
  }

  private void say(String path, String line) {
    session.world().tell().say(Printable.plain(path) + ": " + line);
  }

  /** Merges the encrypted text by line: the best that can be done without plain text. */
  private boolean mergeEncrypted(
      Versions<Path> paths, int markerSize, String path, SealconfException reason) {
    session.world().tell().warn(Printable.plain(path) + ": " + reason.getMessage());
    say(path, "merged line by line while encrypted; run sealconf git fix where there is a key");
    List<String> command =
        List.of(
            "merge-file",
            "--diff3",
            "--marker-size=" + markerSize,
            "-L",
            LABELS.ours(),
            "-L",
            LABELS.base(),
            "-L",
            LABELS.theirs(),
            paths.ours().toString(),
            paths.base().toString(),
            paths.theirs().toString());
    Subprocess.Result result = repository.git().run(new byte[0], command);
    if (result.status() >= MOST_CONFLICTS_OF_GIT) {
      throw new MachineFailure("git merge-file failed with exit code " + result.status());
    }
    return false;
  }
}
