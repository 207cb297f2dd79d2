package dev.sealconf.git.merge;

import dev.sealconf.document.Document;
import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.editor.Editor;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.operation.merge.KeyMerge;
import dev.sealconf.operation.merge.Versions;
import dev.sealconf.operation.merge.Versions.Side;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Resolves the conflicts of a merge with a person at the terminal, key by key. It takes the three
 * versions from git's index, and puts the encrypted result there.
 */
public final class Mergetool {
  private final Session session;
  private final Overrides given;
  private final Editor editor;
  private final Repository repository;

  /** For the repository around the working directory. */
  public Mergetool(Session session, Overrides given, Editor editor) {
    this.session = session;
    this.given = given;
    this.editor = editor;
    this.repository = Repository.of(session.world());
  }

  /**
   * Resolves files.
   *
   * @param files as the user names them; none for all encrypted files that have a conflict
   * @return whether all of them are resolved
   */
  public boolean run(List<String> files) {
    try (Stages stages = new Stages(repository)) {
      List<GitPath> paths =
          files.isEmpty()
              ? stages.unmerged().stream().filter(path -> isEncrypted(stages, path)).toList()
              : files.stream().map(stages::path).toList();
      if (paths.isEmpty()) {
        session.world().tell().say("no encrypted file has a conflict");
      }
      for (GitPath path : paths) {
        Versions<byte[]> versions =
            stages
                .versions(path)
                .orElseThrow(
                    () ->
                        new Refusal(shown(path) + " has no conflict in git's index")
                            .hint("sealconf git fix repairs a file that has conflict markers"));
        if (!resolve(stages, path, versions)) {
          return false;
        }
      }
      return true;
    }
  }

  private boolean isEncrypted(Stages stages, GitPath path) {
    Versions<byte[]> versions = stages.versions(path).orElseThrow();
    return isEncrypted(path, versions.ours()) || isEncrypted(path, versions.theirs());
  }

  private boolean isEncrypted(GitPath path, byte[] stored) {
    return Version.isEncrypted(new FileTypes(given, session.formats()).input(path.text(), stored));
  }

  private static String shown(GitPath path) {
    return Printable.plain(path.text());
  }

  /** Resolves one file, from its versions in the index. */
  boolean resolve(Stages stages, GitPath path, Versions<byte[]> stored) {
    if (stored.ours().length == 0 || stored.theirs().length == 0) {
      throw new Refusal("one side removed " + shown(path) + ", and the other changed it")
          .hint("git add keeps the file, git rm removes it");
    }
    Path file = repository.file(path.text());
    try (FileMerge merge =
        new FileMerge(session, given, file, path.text(), stored, ListIdentity.of(repository))) {
      KeyMerge merged = merge.merged();
      Optional<byte[]> text = resolved(merged, path, merge.plain().ours());
      text.ifPresent(plain -> write(stages, path, plain, merge.sealed(plain)));
      merge
          .conflictsOfTerms()
          .forEach(
              what ->
                  session
                      .world()
                      .tell()
                      .warn(
                          shown(path)
                              + ": both sides changed "
                              + what
                              + "; to apply .sops.yaml: "
                              + stages.updateKeys(path)));
      return text.isPresent();
    }
  }

  private Optional<byte[]> resolved(KeyMerge merged, GitPath path, Document like) {
    if (merged.conflicts().isEmpty()) {
      return Optional.of(merged.resolved(Side.OURS));
    }
    if (!session.world().ask().interactive()) {
      throw new Refusal("a person has to resolve " + shown(path) + " at a terminal")
          .hint("or take one side: git checkout --ours or --theirs, then git add");
    }
    String name = Path.of(path.text()).getFileName().toString();
    return new Resolution(session.world(), new LinesEditor(session.world(), editor, name), like)
        .of(merged);
  }

  private void write(Stages stages, GitPath path, byte[] plain, byte[] stored) {
    Path file = repository.file(path.text());
    if (stages.isTransparent(path)) {
      session.files().write(file, SafeFile.Content.PLAIN, plain);
    } else {
      session.files().write(file, SafeFile.Content.SEALED, stored);
    }
    stages.resolve(path, stored);
    session.world().tell().say("resolved " + shown(path));
  }
}
