package dev.sealconf.git.doctor;

import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.CreationRule;
import dev.sealconf.error.Printable;
import dev.sealconf.git.protection.ProtectedPath;
import dev.sealconf.git.protection.ProtectionMode;
import dev.sealconf.git.protection.StoredForm;
import dev.sealconf.git.protection.StoredForms;
import dev.sealconf.git.repository.Index;
import dev.sealconf.git.repository.IndexEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for plaintext in git that a creation rule is for, and no attribute protects. */
final class RulesCheck implements Check {
  private static final int MOST = 5;

  @Override
  public List<Finding> findings(RepositoryState state) {
    Optional<ConfigFile> config = state.session().config(state.given());
    if (config.isEmpty()) {
      return List.of(
          Finding.warning(
              "there is no .sops.yaml: nothing says for which keys to encrypt", "sealconf init"));
    }
    Set<String> known = new HashSet<>();
    state.paths().forEach(path -> known.add(path.path().path()));
    List<Finding> found = new ArrayList<>();
    try (StoredForms forms = new StoredForms(state.session(), state.repository())) {
      for (IndexEntry entry : new Index(state.repository()).all()) {
        ProtectedPath path =
            new ProtectedPath(entry.path(), ProtectionMode.SEALED, Optional.of(entry), true);
        if (found.size() < MOST
            && entry.isFile()
            && !known.contains(entry.path())
            && named(config.get(), path, state)
            && forms.inIndex(path) == StoredForm.PLAINTEXT) {
          found.add(unprotected(path));
        }
      }
    }
    return found.isEmpty() ? List.of(Finding.ok("the files of .sops.yaml's rules")) : found;
  }

  /** A rule without a path is for every file, which says nothing about this one. */
  private static boolean named(ConfigFile config, ProtectedPath path, RepositoryState state) {
    return config
        .firstRule(path.file(state.repository()))
        .flatMap(CreationRule::pathRegex)
        .isPresent();
  }

  private static Finding unprotected(ProtectedPath path) {
    String name = Printable.quote(path.name());
    return Finding.warning(
        "git has " + name + " in plaintext, although a rule of .sops.yaml is for it",
        "encrypt it: sealconf encrypt -i " + name,
        "or protect it: sealconf git install --transparent " + name);
  }
}
