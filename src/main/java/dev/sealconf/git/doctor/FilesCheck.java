package dev.sealconf.git.doctor;

import dev.sealconf.error.Printable;
import dev.sealconf.git.protection.PathStatus;
import dev.sealconf.git.protection.ProtectionMode;
import dev.sealconf.git.protection.StoredForm;
import java.util.ArrayList;
import java.util.List;

/** Checks that the protected files are encrypted where they should be. */
final class FilesCheck implements Check {
  private static final int MOST = 5;

  @Override
  public List<Finding> findings(RepositoryState state) {
    List<Finding> found = new ArrayList<>();
    for (PathStatus path : state.paths()) {
      if (found.size() < MOST) {
        finding(path, found);
      }
    }
    if (state.locked()) {
      found.add(Finding.warning("this work tree is locked", "sealconf git unlock"));
    } else {
      long encrypted =
          state.in(ProtectionMode.TRANSPARENT).stream()
              .filter(path -> path.inWorkTree() == StoredForm.ENCRYPTED)
              .count();
      if (encrypted > 0) {
        found.add(
            Finding.warning(
                encrypted + " transparent files are encrypted in the work tree",
                "sealconf git unlock"));
      }
    }
    return found.isEmpty() ? List.of(Finding.ok("protected files are encrypted in git")) : found;
  }

  private static void finding(PathStatus path, List<Finding> found) {
    boolean sealed = path.path().mode() == ProtectionMode.SEALED;
    String name = Printable.quote(path.path().name());
    if (path.isExposed()) {
      String fix =
          sealed ? "sealconf encrypt -i " + name + " && git add " : "git add --renormalize ";
      found.add(
          Finding.problem(
              "git has " + name + " in plaintext",
              fix + name,
              "then change the secrets in it, if the commit was shared"));
    } else if (sealed && path.inWorkTree() == StoredForm.PLAINTEXT) {
      found.add(
          Finding.warning(
              name + " is plaintext in the work tree, and git add would store it so",
              "sealconf encrypt -i " + name));
    }
  }
}
