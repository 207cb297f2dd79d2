package dev.sealconf.session.task;

import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.CreationRule;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.groups.GroupChange;
import dev.sealconf.operation.groups.UpdateKeys;
import dev.sealconf.operation.guard.OwnAccess;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.StandardStreams;
import dev.sealconf.session.batch.Batch;
import dev.sealconf.session.batch.FolderReport;
import dev.sealconf.session.folder.FileList;
import dev.sealconf.session.folder.FileNames;
import dev.sealconf.session.folder.FolderTask;
import dev.sealconf.session.rule.Restrictions;
import dev.sealconf.session.rule.RuleFileFilter;
import dev.sealconf.session.rule.SealedFileFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Updates files to match the creation rules. It looks at all files, groups equal changes and asks
 * about them, and then makes the changes that the user accepted. No file is locked while it waits
 * for an answer.
 */
public final class UpdateRecipients {
  private final Session session;
  private final World world;
  private final Overrides given;
  private final ConfigFile config;
  private final FileTypes types;
  private final UpdateKeys update;
  private final OwnAccess access;
  private final Restrictions restrictions;
  private final UpdateSummary summary;
  private final boolean dry;
  private final Map<String, GroupChange> planned = new LinkedHashMap<>();
  private final List<String> otherSelection = new ArrayList<>();
  private final Map<String, List<String>> notices = new LinkedHashMap<>();

  private final Batch.Listener listener;

  /**
   * Updates the files that the words name.
   *
   * @throws SealconfException if there is no configuration
   */
  public UpdateRecipients(Session session, Overrides given, Batch.Listener listener) {
    this.session = session;
    this.listener = listener;
    this.world = session.world();
    this.given = given;
    this.config =
        session
            .config(given)
            .orElseThrow(
                () ->
                    new ConfigFailure.Invalid("no .sops.yaml here or above lists recipients")
                        .hint("sealconf init creates one"));
    if (given.words().isEmpty()) {
      throw new UsageFailure.NoFile("no file specified");
    }
    this.types = new FileTypes(given, session.formats());
    this.restrictions = new Restrictions(session, given);
    KeyRing keys = session.keyRing(given);
    this.update = new UpdateKeys(world, keys);
    this.access = new OwnAccess(world, keys);
    this.dry = given.on("dry-run") || given.on("check");
    this.summary = new UpdateSummary(dry);
    session.review(given);
  }

  /**
   * Updates the files. If there is only one, throws its failure; otherwise reports failures to the
   * listener.
   *
   * @return true if all went well and, with {@code check}, no file would change
   * @throws Refusal if it needs an answer and can't ask
   */
  public boolean run() {
    SealedFileFilter sealed = new SealedFileFilter(session, given);
    FolderTask meant =
        new FolderTask("Updated", sealed::contain, new RuleFileFilter(session, given)::match);
    FileList files = FileList.of(world, given.words(), meant);
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
      new Batch(session, listener).all(List.copyOf(agreed.keySet()), f -> change(f, agreed.get(f)));
    }
    notices.forEach(
        (notice, of) ->
            world.tell().warn(FileNames.of(of.stream().sorted().toList()) + ": " + notice));
    if (!single) {
      world.tell().say(summary.text(files.names().size()));
      new FolderReport(world.tell()).others(files);
    }
    return result(files);
  }

  private boolean result(FileList files) {
    if (summary.count(UpdateSummary.Outcome.NOT_ASKED) > 0) {
      throw new Refusal("nothing was changed: sealconf can't ask without a terminal")
          .hint("--yes accepts the changes; --dry-run only shows them");
    }
    boolean outdated = given.on("check") && summary.count(UpdateSummary.Outcome.SHOWN) > 0;
    return !outdated && summary.failed(files.names().size()) == 0;
  }

  private void lookOrReport(String file) {
    try {
      look(file, false);
    } catch (SealconfException e) {
      listener.failed(file, e);
    }
  }

  /** Finds out what would change in a file. */
  private void look(String file, boolean single) {
    Optional<CreationRule> rule = rule(file, single);
    if (rule.isEmpty()) {
      world.tell().say(Location.of(file) + ": unchanged, no creation rule matches it");
      summary.add(UpdateSummary.Outcome.WITHOUT_RULE);
      return;
    }
    Input input = session.input(given, file);
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
                  + ": the rule in .sops.yaml selects other values to encrypt; the file keeps its"
                  + " own selection");
    }
  }

  /** Shows all changes and returns the ones that the user accepts. */
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
          "unchanged: not confirmed");
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
            .warn(
                "none of your keys will decrypt " + FileNames.of(proposal.files()) + " afterwards");
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
                    types.input(file, bytes),
                    restrictions.strictness(world.resolve(file)),
                    change));
    change.notice().ifPresent(notice -> noted(notice, file));
    sayIf(true, file, "synced with new keys");
    summary.add(UpdateSummary.Outcome.CHANGED);
  }

  private synchronized void noted(String notice, String file) {
    notices.computeIfAbsent(notice, n -> new ArrayList<>()).add(file);
  }

  /** Returns the rule for a file. In a folder, a file may have no rule. */
  private Optional<CreationRule> rule(String file, boolean single) {
    Path path = world.resolve(file);
    if (!config.hasRules()) {
      throw new ConfigFailure.Invalid("the configuration file has no creation rules")
          .hint("sealconf init writes an example");
    }
    return single ? config.ruleFor(path) : config.firstRule(path);
  }

  private void sayIf(boolean wanted, String file, String what) {
    if (wanted) {
      world.tell().say(Location.of(file) + ": " + what);
    }
  }
}
