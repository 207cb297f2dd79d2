package dev.sealconf.git.doctor;

import java.util.List;

/** Looks for decrypted text in git's notes, which {@code diff.*.cachetextconv} puts there. */
final class TextconvCacheCheck implements Check {
  private static final String REF = "refs/notes/textconv/sealconf";

  @Override
  public List<Finding> findings(RepositoryState state) {
    boolean there =
        state
                .repository()
                .git()
                .run(new byte[0], List.of("rev-parse", "--quiet", "--verify", REF))
                .status()
            == 0;
    return List.of(
        there
            ? Finding.problem(
                REF + " holds decrypted text",
                "git update-ref -d " + REF + " && git gc --prune=now")
            : Finding.ok("no decrypted text in git's notes"));
  }
}
