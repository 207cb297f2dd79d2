package dev.sealconf.git.doctor;

import dev.sealconf.error.Printable;
import dev.sealconf.git.protection.ProtectionMode;
import dev.sealconf.io.plaintext.MemoryFileSystems;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks that git's temporary files are in memory: for a diff, git writes the plaintext of
 * transparent files to them.
 */
final class TemporaryFolderCheck implements Check {

  @Override
  public List<Finding> findings(RepositoryState state) {
    if (state.in(ProtectionMode.TRANSPARENT).isEmpty()) {
      return List.of();
    }
    String named = state.session().world().variable("TMPDIR").orElse("/tmp");
    Path folder = state.session().world().resolve(named);
    return List.of(
        MemoryFileSystems.ofThisMachine().hold(folder)
            ? Finding.ok("git's temporary files are in memory")
            : Finding.warning(
                "git diff writes plaintext to temporary files on disk, in "
                    + Printable.quote(folder.toString()),
                "set TMPDIR to a folder in memory: export TMPDIR=\"$XDG_RUNTIME_DIR\""));
  }
}
