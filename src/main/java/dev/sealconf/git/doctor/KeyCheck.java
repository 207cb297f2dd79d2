package dev.sealconf.git.doctor;

import dev.sealconf.error.Printable;
import dev.sealconf.git.protection.PathStatus;
import java.util.List;

/** Checks that the user's keys open the protected files. */
final class KeyCheck implements Check {

  @Override
  public List<Finding> findings(RepositoryState state) {
    List<PathStatus> encrypted =
        state.paths().stream().filter(path -> path.keyAtHand().isPresent()).toList();
    List<PathStatus> closed =
        encrypted.stream().filter(path -> !path.keyAtHand().orElse(true)).toList();
    if (encrypted.isEmpty()) {
      return List.of();
    }
    if (closed.isEmpty()) {
      return List.of(Finding.ok("your keys open the protected files"));
    }
    String name = Printable.quote(closed.get(0).path().name());
    return List.of(
        Finding.warning(
            "no key at hand opens "
                + closed.size()
                + " of "
                + encrypted.size()
                + " protected files, among them "
                + name,
            "to see who can: sealconf who " + name,
            "to get access, create a key and send its public half to a teammate: sealconf init"));
  }
}
