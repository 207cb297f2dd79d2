package dev.sealconf.cli.access;

import dev.sealconf.cli.failure.CodedFailure;
import dev.sealconf.cli.failure.ErrorReporter;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.folder.FileList;
import dev.sealconf.cli.folder.FileNames;
import dev.sealconf.cli.folder.FolderReport;
import dev.sealconf.cli.guard.Restrictions;
import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.work.Batch;
import dev.sealconf.cli.work.Session;
import dev.sealconf.cli.work.StandardStreams;
import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.CreationRule;
import dev.sealconf.document.SourceText;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.groups.GroupChange;
import dev.sealconf.operation.groups.UpdateKeys;
import dev.sealconf.operation.guard.OwnAccess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings files up to date with the creation rules: first looks at all of them, shows equal changes
 * together and asks about them, then changes the files that were agreed to. No file is locked while
 * somebody thinks about an answer.
 */
final class KeyUpdates {
  private final Session session;
  private final World world;
  private final Arguments given;
  private final ConfigFile config;
  private final FormatOptions types;
  private final UpdateKeys update;
  private final OwnAccess access;
  private final Restrictions restrictions;
  private final UpdateSummary summary;
  private final boolean dry;
  private final Map<String, GroupChange> planned = new LinkedHashMap<>();
  private final List<String> otherSelection = new ArrayList<>();
  private final Map<String, List<String>> notices = new LinkedHashMap<>();

  KeyUpdates(Session session, Arguments given, ConfigFile config) {
    this.session = session;
    this.world = session.world();
    this.given = given;
    this.config = config;
    this.types = new FormatOptions(given, session.formats());
    this.restrictions = new Restrictions(session, given);
    KeyRing keys = session.keyRing(given);
    this.update = new UpdateKeys(world, keys);
    this.access = new OwnAccess(world, keys);
    this.dry = given.on("dry-run") || given.on("check");
    this.summary = new UpdateSummary(dry);
    session.review(given);
  }

  /**
   * Does it.
   *
   * @return 0, or 1 if one of several files failed, as SOPS has it
   * @throws SealconfException the failure of the only file; with 1 if nobody can be asked
   */
  int run(FileList files) {
    boolean single = files.isSingle();
    for (String file : files.names()) {
      if (single) {
        look(file, true);
      } else {
        lookOrReport(file);
      }
    }
    warnOfSelections();
    Map<String, GroupChange> agreed = agreed(single);
    if (single) {
      agreed.forEach(this::change);
    } else {
      new Batch(session).all(List.copyOf(agreed.keySet()), f -> change(f, agreed.get(f)));
    }
    notices.forEach(
        (notice, of) ->
            world.tell().warn(FileNames.of(of.stream().sorted().toList()) + ": " + notice));
    if (!single) {
      world.err().println(summary.text(files.names().size()));
      new FolderReport(world).others(files);
    }
    return result(files);
  }

  private int result(FileList files) {
    if (summary.count(UpdateSummary.Outcome.NOT_ASKED) > 0) {
      throw new Refusal("nothing was changed: there is no terminal to ask on")
          .hint("--yes agrees to what is shown; --dry-run only shows it");
    }
    boolean outdated = given.on("check") && summary.count(UpdateSummary.Outcome.SHOWN) > 0;
    return outdated || summary.failed(files.names().size()) > 0 ? ExitCode.GENERIC.number() : 0;
  }

  private void lookOrReport(String file) {
    try {
      look(file, false);
    } catch (SealconfException | CodedFailure e) {
      new ErrorReporter(session).reportFor(file, e);
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
    if (update.keepsOtherSelection(input, rule.get().selection().orElse(Selection.DEFAULT))) {
      otherSelection.add(file);
    }
    planned.put(file, change);
  }

  private void warnOfSelections() {
    if (!otherSelection.isEmpty()) {
      world
          .tell()
          .warn(
              FileNames.of(otherSelection)
                  + ": .sops.yaml has another rule for which values are encrypted; that of the file"
                  + " stays");
    }
  }

  /** The changes that were agreed to; all of them are shown. */
  private Map<String, GroupChange> agreed(boolean single) {
    Map<String, GroupChange> agreed = new LinkedHashMap<>();
    KeyQuestions questions = new KeyQuestions(world.ask(), single);
    for (KeyProposal proposal : KeyProposal.of(planned)) {
      StringBuilder title = new StringBuilder();
      if (!single) {
        proposal.files().forEach(file -> title.append(Location.of(file)).append('\n'));
      }
      new StandardStreams(world).write(title + proposal.text());
      UpdateSummary.Outcome outcome = decide(proposal, questions);
      if (outcome == UpdateSummary.Outcome.AGREED) {
        agreed.putAll(proposal.changes());
      }
      proposal.files().forEach(file -> summary.add(outcome));
      sayIf(
          single && outcome == UpdateSummary.Outcome.DECLINED,
          proposal.files().get(0),
          "left unchanged");
    }
    return agreed;
  }

  private UpdateSummary.Outcome decide(KeyProposal proposal, KeyQuestions questions) {
    if (dry) {
      return UpdateSummary.Outcome.SHOWN;
    }
    if (!given.on("yes") && !world.ask().interactive()) {
      return UpdateSummary.Outcome.NOT_ASKED;
    }
    GroupChange change = proposal.change();
    boolean locksOut =
        change.shutsOut() && access.isLostTo(change.newGroups(), change.newThreshold());
    if (given.on("yes")) {
      if (locksOut) {
        world
            .tell()
            .warn("no key here will open " + FileNames.of(proposal.files()) + " afterwards");
      }
      return UpdateSummary.Outcome.AGREED;
    }
    return questions.agrees(proposal, locksOut)
        ? UpdateSummary.Outcome.AGREED
        : UpdateSummary.Outcome.DECLINED;
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
    change.notice().ifPresent(notice -> noted(notice, file));
    sayIf(true, file, "synced with new keys");
    summary.add(UpdateSummary.Outcome.CHANGED);
  }

  private synchronized void noted(String notice, String file) {
    notices.computeIfAbsent(notice, n -> new ArrayList<>()).add(file);
  }

  /** The rule for a file; in a folder there may be files that no rule is for. */
  private Optional<CreationRule> rule(String file, boolean single) {
    Path path = world.resolve(file);
    if (!config.hasRules()) {
      throw new ConfigFailure.Invalid("the configuration file has no creation rules")
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
