package dev.sealconf.cli.access;

import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.CreationRule;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.operation.file.FileStatus;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.groups.UpdateKeys;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.task.WhoEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Explains in lines what the configuration means for one file. */
final class Explanation {
  private static final String DAMAGED = "encrypted, but its metadata has no version or no MAC";
  private static final String UNKNOWN = " unless flags say otherwise";

  private final Session session;
  private final Overrides given;
  private final String name;
  private final Path path;
  private final StringBuilder text = new StringBuilder();

  Explanation(Session session, Overrides given, String name) {
    this.session = session;
    this.given = given;
    this.name = name;
    this.path = session.world().resolve(name);
  }

  /** Returns the whole explanation; {@code input} is the file if it exists. */
  String text(Optional<Input> input) {
    boolean sealed = input.map(new FileStatus(session.providers())::sealed).orElse(false);
    boolean damaged = input.map(new FileStatus(session.providers())::damaged).orElse(false);
    String state = sealed ? "encrypted" : damaged ? DAMAGED : "not encrypted";
    line(Location.of(name) + ": " + (input.isPresent() ? state : "does not exist yet"));
    Optional<ConfigFile> config = session.config(given);
    line(
        config
            .map(file -> "configuration: " + Printable.plain(file.name()))
            .orElse("configuration: no .sops.yaml here or above; name recipients with flags"));
    Optional<CreationRule> rule = config.flatMap(this::rule);
    rule.ifPresent(found -> recipients(config.get(), found));
    Selection selection = rule.flatMap(CreationRule::selection).orElse(Selection.DEFAULT);
    boolean whole = input.map(Input::format).map(Explanation::isWhole).orElse(isWholeByName());
    if (whole) {
      line("selection: the file is encrypted as a whole");
    } else {
      selection(rule, selection);
      input.ifPresent(file -> text.append(new ClearPaths(file, sealed).text(selection)));
    }
    config.ifPresent(this::settings);
    if (sealed && rule.isPresent()) {
      agreement(input.orElseThrow(), rule.get(), selection);
    }
    return text.toString();
  }

  private Optional<CreationRule> rule(ConfigFile config) {
    String matched = config.matchedPath(path);
    Optional<CreationRule> rule = config.firstRule(path);
    if (rule.isEmpty()) {
      line(
          config.hasRules()
              ? "rule: no match among the rules of "
                  + config.ruleCount()
                  + " matches "
                  + Printable.quote(matched)
              : "rule: the configuration has no creation rules");
      return rule;
    }
    CreationRule found = rule.get();
    line("rule: " + found.number() + " of " + config.ruleCount() + ", " + found.where());
    line(
        found
            .pathRegex()
            .map(
                regex ->
                    "  path_regex "
                        + Printable.quote(regex)
                        + " matches "
                        + Printable.quote(found.matchedPart(matched).orElse(""))
                        + " in "
                        + Printable.quote(matched))
            .orElse("  no path_regex: it matches every file"));
    return rule;
  }

  private void recipients(ConfigFile config, CreationRule rule) {
    List<KeyGroup> groups = rule.groups(session.providers());
    WhoEntry entry = WhoEntry.of(name, groups, rule.threshold(), config.labels());
    text.append(WhoText.of("recipients", entry));
  }

  private void selection(Optional<CreationRule> rule, Selection selection) {
    boolean said = rule.flatMap(CreationRule::selection).isPresent();
    line("selection: " + shown(selection) + (said ? "" : ", the default" + UNKNOWN));
    if (rule.map(CreationRule::macOnlyEncrypted).orElse(false)) {
      line("  the MAC covers only encrypted values (mac_only_encrypted)");
    }
  }

  private void settings(ConfigFile config) {
    line("seal: " + (config.seal() ? "written" : "left out, as sealconf.seal says"));
    if (config.requireSeal()) {
      line("  files without one are refused (sealconf.require_seal)");
    }
    config
        .stores()
        .indents()
        .forEach(
            (store, width) ->
                line("stores: " + Printable.plain(store) + " has an indentation of " + width));
  }

  private void agreement(Input input, CreationRule rule, Selection selection) {
    UpdateKeys update = new UpdateKeys(session.world(), session.keyRing(given));
    boolean same = update.plan(input, rule.groups(session.providers()), rule.threshold()).isEmpty();
    line(
        same
            ? "the file's recipients: the same as in the rule"
            : "the file's recipients: different from the rule; see sealconf updatekeys --dry-run");
    if (update.keepsOtherSelection(input, selection)) {
      line("the file's selection: different from the rule; set keeps the file's");
    }
  }

  private boolean isWholeByName() {
    return isWhole(session.formats().forFile(path.getFileName().toString()));
  }

  private static boolean isWhole(DocumentFormat format) {
    return format.encryptsWhole();
  }

  /** Returns a selection as it is written in a rule. */
  static String shown(Selection selection) {
    return selection.kind().field() + ": " + Printable.quote(selection.argument());
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
