package dev.sealconf.cli.access;

import dev.sealconf.cli.guard.Restrictions;
import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.work.Batch;
import dev.sealconf.cli.work.ErrorReporter;
import dev.sealconf.cli.work.FileList;
import dev.sealconf.cli.work.MissingFile;
import dev.sealconf.cli.work.Session;
import dev.sealconf.cli.work.StandardStreams;
import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.CreationRule;
import dev.sealconf.document.SourceText;
import dev.sealconf.envelope.Selection;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.SafeFile;
import dev.sealconf.io.World;
import dev.sealconf.operation.GroupChange;
import dev.sealconf.operation.Input;
import dev.sealconf.operation.UpdateKeys;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brings files up to date with the creation rules: first looks at all of them, shows and asks, then
 * changes those that were agreed to. No file is locked while somebody thinks about an answer.
 */
final class KeyUpdates {
  private final Session session;
  private final World world;
  private final Arguments given;
  private final ConfigFile config;
  private final FormatOptions types;
  private final UpdateKeys update;
  private final Restrictions restrictions;
  private final UpdateSummary summary;
  private final Map<String, GroupChange> agreed = new LinkedHashMap<>();

  KeyUpdates(Session session, Arguments given, ConfigFile config) {
    this.session = session;
    this.world = session.world();
    this.given = given;
    this.config = config;
    this.types = new FormatOptions(given, session.formats());
    this.restrictions = new Restrictions(session, given);
    this.update = new UpdateKeys(world, session.keyRing(given));
    this.summary = new UpdateSummary(given.on("dry-run"));
  }

  /**
   * Does it.
   *
   * @return 0, or 1 if one of several files failed, as SOPS has it
   * @throws SealconfException the failure of the only file; with 1 if nobody can be asked
   */
  int run(FileList files) {
    if (files.isSingle()) {
      look(files.names().get(0), true);
      agreed.forEach(this::change);
    } else {
      files.names().forEach(this::lookOrReport);
      new Batch(session).all(agreed.keySet().stream().toList(), f -> change(f, agreed.get(f)));
      world.err().println(summary.text(files.names().size()));
    }
    if (summary.count(UpdateSummary.Outcome.NOT_ASKED) > 0) {
      throw new SealconfException(
              ExitCode.GENERIC, "nothing was changed: there is no terminal to ask for a yes")
          .hint("--yes agrees to what is shown; --dry-run only shows it");
    }
    return summary.failed(files.names().size()) == 0 ? 0 : ExitCode.GENERIC.number();
  }

  private void lookOrReport(String file) {
    try {
      look(file, false);
    } catch (SealconfException e) {
      new ErrorReporter(session).report(e.at(Location.of(file)));
    }
  }

  /** Finds out what is to change, shows it and asks. */
  private void look(String file, boolean single) {
    Optional<CreationRule> rule = rule(file, single);
    if (rule.isEmpty()) {
      world.err().println(Location.of(file) + ": left unchanged, no creation rule is for it");
      summary.add(UpdateSummary.Outcome.WITHOUT_RULE);
      return;
    }
    Input input = input(file, MissingFile.as(ExitCode.GENERIC, () -> read(file)));
    GroupChange change =
        update.plan(input, rule.get().groups(session.providers()), rule.get().threshold());
    if (change.isEmpty()) {
      sayIf(single || given.on("verbose"), file, "already up to date");
      summary.add(UpdateSummary.Outcome.UP_TO_DATE);
      return;
    }
    show(file, single, change);
    if (update.keepsOtherSelection(input, rule.get().selection().orElse(Selection.DEFAULT))) {
      world.warn(
          Location.of(file)
              + ": .sops.yaml has another rule for which values are encrypted; that of the file"
              + " stays");
    }
    summary.add(decide(file, change));
  }

  private void show(String file, boolean single, GroupChange change) {
    String title = single ? "" : Location.of(file) + "\n";
    new StandardStreams(world).write(title + GroupChangeText.of(change));
  }

  private UpdateSummary.Outcome decide(String file, GroupChange change) {
    if (given.on("dry-run")) {
      return UpdateSummary.Outcome.SHOWN;
    }
    if (given.on("yes")) {
      agreed.put(file, change);
      return UpdateSummary.Outcome.AGREED;
    }
    if (!world.terminal().interactive()) {
      return UpdateSummary.Outcome.NOT_ASKED;
    }
    if (world.terminal().confirm("Is this okay?")) {
      agreed.put(file, change);
      return UpdateSummary.Outcome.AGREED;
    }
    sayIf(true, file, "left unchanged");
    return UpdateSummary.Outcome.DECLINED;
  }

  private void change(String file, GroupChange change) {
    session
        .files()
        .update(
            world.resolve(file),
            SafeFile.Content.SEALED,
            bytes ->
                update.run(
                    input(file, bytes), restrictions.strictness(world.resolve(file)), change));
    sayIf(true, file, "synced with new keys");
    summary.add(UpdateSummary.Outcome.CHANGED);
  }

  /** The rule for a file; in a folder there may be files that no rule is for. */
  private Optional<CreationRule> rule(String file, boolean single) {
    Path path = world.resolve(file);
    if (!config.hasRules()) {
      throw new SealconfException(ExitCode.GENERIC, "the configuration file has no creation rules")
          .hint("they say who shall open which files");
    }
    return single ? config.ruleFor(path) : config.firstRule(path);
  }

  private byte[] read(String file) {
    return session.files().read(world.resolve(file));
  }

  private Input input(String file, byte[] bytes) {
    return new Input(new SourceText(file, bytes), types.input(file, bytes));
  }

  private void sayIf(boolean wanted, String file, String what) {
    if (wanted) {
      world.err().println(Location.of(file) + ": " + what);
    }
  }
}
