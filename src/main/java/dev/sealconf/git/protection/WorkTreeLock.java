package dev.sealconf.git.protection;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.filter.BlobCache;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.io.process.Subprocess;
import dev.sealconf.session.Session;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the files of one work tree encrypted, and plaintext again. Git writes the files, so that it
 * knows their new sizes and times: it would not write a file that looks unchanged, so the index
 * first forgets how the files look.
 */
public final class WorkTreeLock {
  private static final List<String> WITHOUT_FILTER =
      List.of(
          "-c", "filter.sealconf.process=",
          "-c", "filter.sealconf.smudge=",
          "-c", "filter.sealconf.clean=",
          "-c", "filter.sealconf.required=false");

  private final Session session;
  private final Repository repository;
  private final boolean force;

  /**
   * For this work tree.
   *
   * @param force whether changes that are not in the index may be lost
   */
  public WorkTreeLock(Session session, Repository repository, boolean force) {
    this.session = session;
    this.repository = repository;
    this.force = force;
  }

  /**
   * Replaces plaintext by what git stores, wipes the cache, and lets git decrypt nothing until
   * {@link #unlock}.
   *
   * @return the number of files that were encrypted
   * @throws Refusal if a file has changes that are not in the index, or is not encrypted in git
   */
  public int lock() {
    List<ProtectedPath> plain = transparent(StoredForm.PLAINTEXT);
    refuseExposed(plain);
    refuseChanged(plain, "lock");
    session.files().create(repository.lockFile(), SafeFile.Content.SEALED, new byte[0]);
    write(plain, WITHOUT_FILTER);
    BlobCache.wipe(repository);
    for (ProtectedPath path : new ProtectedPaths(repository).untracked()) {
      session
          .world()
          .tell()
          .warn(Printable.quote(path.name()) + " is not tracked by git, so it stays as it is");
    }
    return plain.size();
  }

  /**
   * Lets git decrypt the files of the work tree again, those that are encrypted now among them.
   *
   * @return the number of files that were decrypted
   * @throws Refusal if a file has changes that are not in the index
   */
  public int unlock() {
    List<ProtectedPath> sealed = transparent(StoredForm.ENCRYPTED);
    refuseChanged(sealed, "unlock");
    session.files().remove(repository.lockFile());
    write(sealed, List.of());
    List<ProtectedPath> left = transparent(StoredForm.ENCRYPTED);
    if (!left.isEmpty()) {
      session
          .world()
          .tell()
          .warn(
              left.size()
                  + (left.size() == 1 ? " file stays" : " files stay")
                  + " encrypted, among them "
                  + Printable.quote(left.get(0).name())
                  + "; to see why: sealconf decrypt "
                  + Printable.quote(left.get(0).name()));
    }
    return sealed.size() - left.size();
  }

  /**
   * Returns the paths in transparent mode whose files are in this form, and whose blobs are known.
   */
  private List<ProtectedPath> transparent(StoredForm form) {
    List<ProtectedPath> found = new ArrayList<>();
    try (StoredForms forms = new StoredForms(session, repository)) {
      for (ProtectedPath path : new ProtectedPaths(repository).tracked()) {
        if (path.mode() == ProtectionMode.TRANSPARENT && forms.inWorkTree(path) == form) {
          found.add(path);
        }
      }
    }
    return found;
  }

  private void refuseExposed(List<ProtectedPath> plain) {
    try (StoredForms forms = new StoredForms(session, repository)) {
      for (ProtectedPath path : plain) {
        if (forms.inIndex(path) != StoredForm.ENCRYPTED) {
          throw path.entry().isEmpty() ? conflict(path) : exposed(path);
        }
      }
    }
  }

  private static SealconfException conflict(ProtectedPath path) {
    return new Refusal(Printable.quote(path.name()) + " has a conflict")
        .hint("resolve it, then run git add " + Printable.quote(path.name()));
  }

  private static SealconfException exposed(ProtectedPath path) {
    return new Refusal(Printable.quote(path.name()) + " is not encrypted in git")
        .hint("encrypt it: git add --renormalize " + Printable.quote(path.name()))
        .hint("to see all files: sealconf git status");
  }

  /** Git compares: it runs the filter for files that look changed. */
  private void refuseChanged(List<ProtectedPath> paths, String verb) {
    if (force || paths.isEmpty()) {
      return;
    }
    Subprocess.Result result =
        git(
            List.of("status", "--porcelain", "-z", "--no-renames", "--untracked-files=no"),
            List.of(),
            new byte[0]);
    if (result.status() != 0) {
      throw failure("git status").hint("if no file has changes: sealconf git " + verb + " --force");
    }
    Set<String> changed = new HashSet<>();
    String list = new String(result.out(), StandardCharsets.ISO_8859_1);
    for (String line : list.isEmpty() ? new String[0] : list.split("\0")) {
      if (line.charAt(1) != ' ') {
        changed.add(line.substring(3));
      }
    }
    for (ProtectedPath path : paths) {
      if (changed.contains(path.path())) {
        throw new Refusal(Printable.quote(path.name()) + " has changes that would be lost")
            .hint("keep them: git add " + Printable.quote(path.name()))
            .hint("or lose them: sealconf git " + verb + " --force");
      }
    }
  }

  private void write(List<ProtectedPath> paths, List<String> settings) {
    StringBuilder entries = new StringBuilder();
    StringBuilder names = new StringBuilder();
    for (ProtectedPath path : paths) {
      path.entry()
          .ifPresent(
              entry -> {
                entries.append(entry.mode() + " " + entry.object() + " 0\t" + path.path() + "\0");
                names.append(path.path()).append('\0');
              });
    }
    if (names.length() > 0) {
      require(git(List.of("update-index", "-z", "--index-info"), settings, bytes(entries)));
      require(git(List.of("checkout-index", "-f", "-u", "-z", "--stdin"), settings, bytes(names)));
    }
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void require(Subprocess.Result result) {
    if (result.status() != 0) {
      throw failure("git checkout-index").hint("run it again, or see why: git status");
    }
  }

  private static SealconfException failure(String command) {
    return new MachineFailure(command + " failed");
  }

  private Subprocess.Result git(List<String> command, List<String> settings, byte[] input) {
    List<String> all = new ArrayList<>(List.of("-C", repository.top().toString()));
    all.addAll(settings);
    all.addAll(command);
    return repository.git().run(input, all);
  }
}
