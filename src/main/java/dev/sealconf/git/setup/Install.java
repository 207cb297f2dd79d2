package dev.sealconf.git.setup;

import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.protection.ProtectedPath;
import dev.sealconf.git.protection.ProtectedPaths;
import dev.sealconf.git.protection.ProtectionMode;
import dev.sealconf.git.protection.StoredForm;
import dev.sealconf.git.protection.StoredForms;
import dev.sealconf.git.protection.WorkTreeLock;
import dev.sealconf.git.repository.GitProgram;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.World;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets up a repository, or all of a user's repositories: git's settings, the hooks, and for a mode
 * that was asked for, lines in {@code .gitattributes}. Changes nothing that it has not written.
 */
public final class Install {
  private final Session session;
  private final Overrides given;
  private final World world;
  private final StringBuilder report = new StringBuilder();

  /** Works in this run. */
  public Install(Session session, Overrides given) {
    this.session = session;
    this.given = given;
    this.world = session.world();
  }

  /**
   * Does it. Whether it ends or fails, {@link #report} says what was written.
   *
   * @param mode the mode to add lines to {@code .gitattributes} for, if one was asked for
   */
  public void run(Optional<ProtectionMode> mode) {
    boolean global = given.on("global");
    if (global && (mode.isPresent() || !given.words().isEmpty())) {
      throw new UsageFailure.Conflict("--global sets up no files: it takes no mode and no pattern")
          .hint("in each repository: sealconf git install --transparent 'secrets/**'");
    }
    if (mode.isEmpty() && !given.words().isEmpty()) {
      throw new UsageFailure.Mistake("a pattern needs --transparent or --sealed")
          .hint("sealconf git install --transparent 'secrets/**'");
    }
    String program = ProgramName.word(world, given.text("program"));
    if (global) {
      settings(new GitConfig(new GitProgram(world), GitConfig.Scope.GLOBAL), program);
      return;
    }
    Repository repository = Repository.of(world);
    GitConfig config = new GitConfig(repository.git(), GitConfig.Scope.LOCAL);
    String before = config.single(DriverSettings.PROGRAM).orElse(program);
    settings(config, program);
    hooks(repository, config, before, program);
    if (repository.hasWorkTree()) {
      mode.ifPresent(chosen -> attributes(repository, chosen));
      files(repository);
    }
  }

  /** Returns the lines that say what was written, and what is left to do. */
  public String report() {
    return report.toString();
  }

  /** Writes the settings that are missing, and renews its own. */
  private void settings(GitConfig config, String program) {
    Map<String, String> effective = config.effective();
    Map<String, List<String>> own = config.own();
    String before = own.getOrDefault(DriverSettings.PROGRAM, List.of(program)).get(0);
    Map<String, String> renewable = DriverSettings.of(before);
    List<String> written = new ArrayList<>();
    for (Map.Entry<String, String> wanted : DriverSettings.of(program).entrySet()) {
      String key = wanted.getKey();
      List<String> there = own.getOrDefault(key, List.of());
      if (wanted.getValue().equals(effective.get(key))) {
        continue;
      }
      if (there.isEmpty() || there.equals(List.of(renewable.get(key)))) {
        config.set(key, wanted.getValue());
        written.add("  " + key + " = " + Printable.plain(wanted.getValue()) + "\n");
      } else {
        kept(config, key, wanted.getValue(), there);
      }
    }
    if (!written.isEmpty()) {
      report.append("Wrote to git's ").append(title(config.scope())).append(" settings:\n");
      written.forEach(report::append);
    } else {
      report.append("Git's settings are there already.\n");
    }
  }

  private void kept(GitConfig config, String key, String wanted, List<String> there) {
    world
        .tell()
        .warn(
            "kept "
                + key
                + " = "
                + Printable.quote(there.get(there.size() - 1))
                + ", which sealconf git install did not write; to replace it: git config "
                + config.scope().flag()
                + " --replace-all "
                + key
                + " "
                + Printable.quote(wanted));
  }

  static String title(GitConfig.Scope scope) {
    return scope == GitConfig.Scope.GLOBAL ? "global" : "local";
  }

  /** Writes hooks where there are none; says what to add to those of others. */
  private void hooks(Repository repository, GitConfig config, String before, String program) {
    Optional<String> chosen = Optional.ofNullable(config.effective().get("core.hookspath"));
    Hooks hooks = new Hooks(session, repository, chosen);
    for (Hook hook : Hook.values()) {
      if (!before.equals(program) && hooks.state(hook, before) == Hooks.State.OWN) {
        hooks.remove(hook);
      }
      Hooks.State state = hooks.state(hook, program);
      if (state == Hooks.State.MISSING && !hooks.chosen()) {
        hooks.write(hook, program);
        report.append("Wrote the hook ").append(world.shown(hooks.file(hook))).append('\n');
      } else if (state == Hooks.State.MISSING || state == Hooks.State.FOREIGN) {
        report
            .append(state == Hooks.State.MISSING ? "core.hooksPath is set" : "There is a hook")
            .append(", so sealconf did not write ")
            .append(world.shown(hooks.file(hook)))
            .append(". Add this line to it:\n  ")
            .append(hook.line(program))
            .append('\n');
      }
    }
  }

  private void attributes(Repository repository, ProtectionMode mode) {
    List<String> patterns = given.words();
    if (patterns.isEmpty()) {
      RulePatterns rules = RulePatterns.of(session.config(given), repository.top());
      patterns = rules.patterns();
      for (int rule : rules.untold()) {
        report
            .append("Rule ")
            .append(rule)
            .append(" of .sops.yaml has no pattern for .gitattributes. Name its files yourself:\n")
            .append("  sealconf git install --" + mode.word() + " 'secrets/**'\n");
      }
    }
    if (patterns.isEmpty()) {
      report.append("Added nothing to .gitattributes: no pattern says which files to protect.\n");
      return;
    }
    AttributesFile file = new AttributesFile(session, repository.top());
    List<String> added = file.add(patterns, mode);
    if (!added.isEmpty()) {
      report.append("Added to ").append(world.shown(file.file())).append(". Commit it:\n");
      added.forEach(line -> report.append("  ").append(Printable.plain(line)).append('\n'));
    }
  }

  /** Decrypts the files of a fresh clone, and says what is left to do. */
  private void files(Repository repository) {
    List<ProtectedPath> paths = new ProtectedPaths(repository).tracked();
    int plain = 0;
    int encrypted = 0;
    try (StoredForms forms = new StoredForms(session, repository)) {
      for (ProtectedPath path : paths) {
        boolean transparent = path.mode() == ProtectionMode.TRANSPARENT;
        plain += forms.inIndex(path) == StoredForm.PLAINTEXT ? 1 : 0;
        encrypted += transparent && forms.inWorkTree(path) == StoredForm.ENCRYPTED ? 1 : 0;
      }
    }
    if (plain > 0) {
      report
          .append(count(plain, "protected file is", "protected files are"))
          .append(" stored in plaintext. To see how to encrypt them: sealconf git doctor\n");
    }
    if (encrypted > 0) {
      decrypt(repository, encrypted);
    }
    if (paths.isEmpty() && !Files.exists(repository.top().resolve(AttributesFile.NAME))) {
      report.append("No file is protected yet. Say which files to encrypt in git, for example:\n");
      report.append("  sealconf git install --transparent 'secrets/**'\n");
    }
    if (session.config(given).isEmpty()) {
      report.append("There is no .sops.yaml that says for which keys to encrypt. To create one:\n");
      report.append("  sealconf init\n");
    }
  }

  /** Decrypts the files, unless the user has locked the work tree. */
  private void decrypt(Repository repository, int files) {
    if (Files.exists(repository.lockFile())) {
      report.append("This work tree is locked. To decrypt its files: sealconf git unlock\n");
      return;
    }
    try {
      Installed.require(repository);
      int decrypted = new WorkTreeLock(session, repository, false).unlock();
      report.append("Decrypted ").append(count(decrypted, "file", "files")).append(".\n");
    } catch (SealconfException e) {
      world.tell().warn(e.getMessage());
      report
          .append(count(files, "file is", "files are"))
          .append(" encrypted in the work tree. To decrypt: sealconf git unlock\n");
    }
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
