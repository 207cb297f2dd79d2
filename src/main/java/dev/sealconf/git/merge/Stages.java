package dev.sealconf.git.merge;

import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.repository.Blobs;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.Index;
import dev.sealconf.git.repository.IndexEntry;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.process.Subprocess;
import dev.sealconf.operation.merge.Versions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the index and the last commit have of the files of a merge. */
final class Stages implements AutoCloseable {
  private static final byte[] NOTHING = {};

  private final Repository repository;
  private final Index index;
  private final Blobs blobs;

  Stages(Repository repository) {
    this(repository, new Index(repository), new Blobs(repository));
  }

  Stages(Repository repository, Index index, Blobs blobs) {
    this.repository = repository;
    this.index = index;
    this.blobs = blobs;
  }

  /** Returns the paths that have a conflict. */
  List<GitPath> unmerged() {
    return index.all().stream()
        .filter(entry -> entry.stage() > 0)
        .map(entry -> new GitPath(entry.path()))
        .distinct()
        .sorted((a, b) -> a.bytes().compareTo(b.bytes()))
        .toList();
  }

  /**
   * Returns the three versions of a path that has a conflict; no bytes for one that isn't there.
   */
  Optional<Versions<byte[]>> versions(GitPath path) {
    List<IndexEntry> entries = index.entries(path.bytes());
    boolean unmerged = entries.stream().anyMatch(entry -> entry.stage() > 1);
    return unmerged
        ? Optional.of(new Versions<>(1, 2, 3).map(stage -> bytes(entries, stage)))
        : Optional.empty();
  }

  private byte[] bytes(List<IndexEntry> entries, int stage) {
    return entries.stream()
        .filter(entry -> entry.stage() == stage && entry.isFile())
        .findFirst()
        .flatMap(entry -> blobs.read(entry.object()))
        .map(Blobs.Blob::bytes)
        .orElse(NOTHING);
  }

  /** Returns a path as the last commit has it; no bytes if it hasn't. */
  byte[] committed(GitPath path) {
    return blobs.read("HEAD:" + path.bytes()).map(Blobs.Blob::bytes).orElse(NOTHING);
  }

  /**
   * Returns the three versions that the last commit merged, if it is a merge of two commits and all
   * of them have the file.
   */
  Optional<Versions<byte[]>> mergedVersions(GitPath path) {
    boolean merge =
        repository
                .git()
                .run(NOTHING, List.of("rev-parse", "--quiet", "--verify", "HEAD^2"))
                .status()
            == 0;
    Subprocess.Result base =
        repository.git().run(NOTHING, List.of("merge-base", "HEAD^1", "HEAD^2"));
    if (!merge || base.status() != 0) {
      return Optional.empty();
    }
    String commit = new String(base.out(), StandardCharsets.UTF_8).strip();
    Versions<byte[]> versions =
        new Versions<>(commit, "HEAD^1", "HEAD^2")
            .map(name -> blobs.read(name + ":" + path.bytes()).map(Blobs.Blob::bytes))
            .map(bytes -> bytes.orElse(NOTHING));
    return versions.ours().length > 0 && versions.theirs().length > 0
        ? Optional.of(versions)
        : Optional.empty();
  }

  /**
   * Puts an encrypted file into the index, so that the path has no conflict any more.
   *
   * @param stored what git is to store: no filter changes it
   */
  void resolve(GitPath path, byte[] stored) {
    String mode =
        index.entries(path.bytes()).stream()
            .filter(IndexEntry::isFile)
            .map(IndexEntry::mode)
            .findFirst()
            .orElse("100644");
    Subprocess.Result written =
        repository.git().run(stored, List.of("hash-object", "-w", "--stdin"));
    String object = new String(written.out(), StandardCharsets.UTF_8).strip();
    repository
        .git()
        .output(List.of("update-index", "--add", "--cacheinfo", mode, object, path.text()));
  }

  /** Returns whether git gives the work tree plain text ({@code filter=sealconf}). */
  boolean isTransparent(GitPath path) {
    byte[] answer = repository.git().output("check-attr", "-z", "filter", "--", path.text());
    String[] fields = new String(answer, StandardCharsets.UTF_8).split("\0");
    return fields.length > 2 && fields[2].equals("sealconf");
  }

  /** Returns the command that gives a file the recipients of its rule; safe to paste. */
  String updateKeys(GitPath path) {
    String command = isTransparent(path) ? "sealconf git updatekeys " : "sealconf updatekeys ";
    return command + Printable.word(path.text());
  }

  /**
   * Returns the path of a file that the user names.
   *
   * @throws UsageFailure if it is outside of the work tree
   */
  GitPath path(String typed) {
    Path typedPath = Path.of(typed);
    Path inside =
        typedPath.isAbsolute()
            ? repository.top().relativize(typedPath.normalize())
            : Path.of(repository.git().line("rev-parse", "--show-prefix"), typed).normalize();
    if (inside.startsWith("..") || inside.toString().isEmpty()) {
      throw new UsageFailure.Mistake("the file is not in this work tree");
    }
    return GitPath.of(inside.toString());
  }

  @Override
  public void close() {
    blobs.close();
  }
}
