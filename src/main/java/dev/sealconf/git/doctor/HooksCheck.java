package dev.sealconf.git.doctor;

import dev.sealconf.error.Printable;
import dev.sealconf.git.setup.Hook;
import dev.sealconf.git.setup.Hooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that git verifies files before it commits and pushes them. */
final class HooksCheck implements Check {

  @Override
  public List<Finding> findings(RepositoryState state) {
    Hooks hooks =
        new Hooks(
            state.session(),
            state.repository(),
            Optional.ofNullable(state.settings().get("core.hookspath")));
    List<Finding> found = new ArrayList<>();
    for (Hook hook : Hook.values()) {
      String file = Printable.quote(hooks.file(hook).toString());
      switch (hooks.state(hook, state.program())) {
        case MISSING ->
            found.add(
                Finding.warning(
                    "there is no hook " + hook.file(),
                    hooks.chosen()
                        ? "add this line to " + file + ": " + hook.line(state.program())
                        : "sealconf git install"));
        case FOREIGN ->
            found.add(
                Finding.warning(
                    "the hook " + hook.file() + " doesn't run sealconf " + hook.check(),
                    "add this line to " + file + ": " + hook.line(state.program())));
        case OWN, CALLS -> {
          if (!hooks.runs(hook)) {
            found.add(
                Finding.problem(
                    "git skips the hook " + hook.file() + ": it isn't executable",
                    "chmod +x " + file));
          }
        }
      }
    }
    return found.isEmpty() ? List.of(Finding.ok("hooks")) : found;
  }
}
