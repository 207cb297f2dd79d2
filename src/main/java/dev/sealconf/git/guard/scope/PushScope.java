package dev.sealconf.git.guard.scope;

import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.guard.read.Listings;
import dev.sealconf.git.guard.read.Plumbing;
import dev.sealconf.git.guard.settings.SettingsReader;
import dev.sealconf.io.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks what a push adds, by the lines that git gives its {@code pre-push} hook: {@code LOCAL-REF
 * OBJECT REMOTE-REF OBJECT} for each branch. The pre-commit framework reads these lines itself, and
 * passes on two commits in variables.
 */
public final class PushScope implements Scope {
  private static final Pattern OBJECT = Pattern.compile("[0-9a-f]{40,64}");
  private static final Pattern ZERO = Pattern.compile("0+");
  private static final String FROM = "PRE_COMMIT_FROM_REF";
  private static final String TO = "PRE_COMMIT_TO_REF";

  private final List<String[]> lines = new ArrayList<>();
  private final Optional<Scope> ofFramework;

  /**
   * Reads the lines.
   *
   * @throws UsageFailure.Mistake if they are not those of git
   */
  public PushScope(String text, World world) {
    for (String line : text.lines().toList()) {
      String[] fields = line.strip().split(" ");
      if (fields.length != 4
          || !OBJECT.matcher(fields[1]).matches()
          || !OBJECT.matcher(fields[3]).matches()) {
        throw new UsageFailure.Mistake(
                "standard input isn't what git gives a pre-push hook: LOCAL OBJECT REMOTE OBJECT")
            .hint("to check commits by name, use --range A..B");
      }
      lines.add(fields);
    }
    Optional<String> from = world.variable(FROM);
    Optional<String> to = world.variable(TO);
    this.ofFramework =
        lines.isEmpty() && from.isPresent() && to.isPresent()
            ? Optional.of(RangeScope.of(from.get() + ".." + to.get()))
            : Optional.empty();
  }

  @Override
  public Work work(Plumbing git, Listings listings, SettingsReader settings) {
    Work work = Work.NOTHING;
    for (Scope scope : scopes(git)) {
      work = work.and(scope.work(git, listings, settings));
    }
    return work;
  }

  private List<Scope> scopes(Plumbing git) {
    List<Scope> scopes = new ArrayList<>();
    ofFramework.ifPresent(scopes::add);
    for (String[] fields : lines) {
      String local = fields[1];
      String remote = fields[3];
      boolean deletes = ZERO.matcher(local).matches();
      if (!deletes && isCommit(git, local)) {
        boolean known = !ZERO.matcher(remote).matches() && isCommit(git, remote);
        scopes.add(known ? RangeScope.of(remote + ".." + local) : RangeScope.unpublished(local));
      }
    }
    return scopes;
  }

  /** Returns whether an object is here and is a commit, not, for instance, a tag of a file. */
  private static boolean isCommit(Plumbing git, String object) {
    return git.tryOutput("rev-parse", "--verify", "--quiet", object + "^{commit}").isPresent();
  }
}
