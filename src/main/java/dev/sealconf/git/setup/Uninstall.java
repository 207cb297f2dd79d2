package dev.sealconf.git.setup;

import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import dev.sealconf.git.filter.BlobCache;
import dev.sealconf.git.protection.OtherWorkTrees;
import dev.sealconf.git.protection.ProtectedPath;
import dev.sealconf.git.protection.ProtectedPaths;
import dev.sealconf.git.protection.ProtectionMode;
import dev.sealconf.git.protection.StoredForm;
import dev.sealconf.git.protection.StoredForms;
import dev.sealconf.git.repository.GitProgram;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.World;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removes what {@link Install} wrote, as long as it is as it was written. */
public final class Uninstall {
  private final Session session;
  private final Overrides given;
  private final World world;
  private final StringBuilder report = new StringBuilder();

  /** Works in this run. */
  public Uninstall(Session session, Overrides given) {
    this.session = session;
    this.given = given;
    this.world = session.world();
  }

  /**
   * Does it. Whether it ends or fails, {@link #report} says what was removed.
   *
   * @throws Refusal if files of the work tree are plaintext: without the filter, git would store
   *     them so
   */
  public void run() {
    if (given.on("global")) {
      settings(new GitConfig(new GitProgram(world), GitConfig.Scope.GLOBAL));
      return;
    }
    Repository repository = Repository.of(world);
    if (repository.hasWorkTree() && !given.on("force")) {
      refusePlaintext(repository);
    }
    GitConfig config = new GitConfig(repository.git(), GitConfig.Scope.LOCAL);
    hooks(repository, config);
    settings(config);
    session.files().remove(repository.lockFile());
    BlobCache.wipe(repository);
  }

  /** Returns the lines that say what was removed. */
  public String report() {
    return report.toString();
  }

  private void refusePlaintext(Repository repository) {
    List<ProtectedPath> transparent =
        new ProtectedPaths(repository)
            .tracked().stream().filter(path -> path.mode() == ProtectionMode.TRANSPARENT).toList();
    List<Path> others = OtherWorkTrees.unlocked(repository);
    if (!transparent.isEmpty() && !others.isEmpty()) {
      throw new Refusal(
              "another work tree has the same settings and isn't locked: "
                  + Printable.quote(others.get(0).toString()))
          .hint("run sealconf git lock in it")
          .hint("or uninstall anyway: sealconf git uninstall --force");
    }
    try (StoredForms forms = new StoredForms(session, repository)) {
      for (ProtectedPath path : transparent) {
        if (forms.inWorkTree(path) == StoredForm.PLAINTEXT) {
          throw new Refusal(
                  Printable.quote(path.name())
                      + " is plaintext: without the filter, git add would store it so")
              .hint("encrypt the work tree first: sealconf git lock")
              .hint("or uninstall anyway: sealconf git uninstall --force");
        }
      }
    }
  }

  /** Removes the settings in the opposite order of writing. */
  private void settings(GitConfig config) {
    Map<String, List<String>> own = config.own();
    Optional<String> program = config.single(DriverSettings.PROGRAM);
    if (program.isEmpty()) {
      report.append("sealconf wrote no ").append(Install.title(config.scope()));
      report.append(" settings for git.\n");
      return;
    }
    List<Map.Entry<String, String>> written =
        new ArrayList<>(DriverSettings.of(program.get()).entrySet());
    Collections.reverse(written);
    for (Map.Entry<String, String> setting : written) {
      List<String> there = own.getOrDefault(setting.getKey(), List.of());
      if (there.equals(List.of(setting.getValue()))) {
        config.unset(setting.getKey());
        report.append("Removed the setting ").append(setting.getKey()).append('\n');
      } else if (!there.isEmpty()) {
        world.tell().warn("kept " + setting.getKey() + ", which sealconf did not write");
      }
    }
  }

  private void hooks(Repository repository, GitConfig config) {
    Optional<String> program = config.single(DriverSettings.PROGRAM);
    Map<String, String> effective = config.effective();
    String wrote = program.orElse(effective.getOrDefault(DriverSettings.PROGRAM, "sealconf"));
    Hooks hooks =
        new Hooks(session, repository, Optional.ofNullable(effective.get("core.hookspath")));
    for (Hook hook : Hook.values()) {
      if (hooks.state(hook, wrote) == Hooks.State.OWN) {
        hooks.remove(hook);
        report.append("Removed the hook ").append(world.shown(hooks.file(hook))).append('\n');
      } else if (hooks.state(hook, wrote) == Hooks.State.CALLS) {
        world
            .tell()
            .warn(
                "kept the hook "
                    + world.shown(hooks.file(hook))
                    + ", which sealconf did not write: it runs sealconf "
                    + hook.check());
      }
    }
  }
}
