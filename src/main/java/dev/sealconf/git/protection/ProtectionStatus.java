package dev.sealconf.git.protection;

import dev.sealconf.git.repository.Repository;
import dev.sealconf.operation.file.Input;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out how the protected paths of a work tree are stored. */
public final class ProtectionStatus {
  private final Session session;
  private final Overrides given;
  private final Repository repository;

  /** Looks at this repository. */
  public ProtectionStatus(Session session, Overrides given, Repository repository) {
    this.session = session;
    this.given = given;
    this.repository = repository;
  }

  /** Returns whether the work tree is locked: then git decrypts nothing in it. */
  public boolean locked() {
    return Files.exists(repository.lockFile());
  }

  /**
   * Returns the protected paths that the words name, tracked ones first; all if there are no words.
   */
  public List<PathStatus> paths() {
    ProtectedPaths all = new ProtectedPaths(repository);
    KeyAtHand keys = new KeyAtHand(session, given);
    List<PathStatus> found = new ArrayList<>();
    try (StoredForms forms = new StoredForms(session, repository)) {
      for (ProtectedPath path : all.tracked()) {
        if (asked(path)) {
          StoredForm inGit = forms.inIndex(path);
          Optional<Input> blob =
              inGit == StoredForm.ENCRYPTED ? forms.stored(path) : Optional.empty();
          found.add(new PathStatus(path, inGit, forms.inWorkTree(path), blob.map(keys::opens)));
        }
      }
      for (ProtectedPath path : all.untracked()) {
        if (asked(path)) {
          StoredForm form = forms.inWorkTree(path);
          found.add(new PathStatus(path, StoredForm.UNTRACKED, form, Optional.empty()));
        }
      }
    }
    return found;
  }

  private boolean asked(ProtectedPath path) {
    if (given.words().isEmpty()) {
      return true;
    }
    Path file = path.file(repository);
    return given.words().stream().anyMatch(word -> file.startsWith(session.world().resolve(word)));
  }
}
