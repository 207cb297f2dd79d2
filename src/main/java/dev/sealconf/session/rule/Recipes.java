package dev.sealconf.session.rule;

import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.CreationRule;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.ring.ExampleRecipient;
import dev.sealconf.operation.Recipe;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Recipients;
import dev.sealconf.session.Selections;
import dev.sealconf.session.Session;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Combines flags, environment and creation rule into the recipe for a file, with SOPS's precedence.
 */
public final class Recipes {
  private final Session session;
  private final Overrides given;
  private final Recipients recipients;
  private final List<MasterKey> keys;
  private final Map<Selection.Kind, Selection> selections;
  private boolean warned;

  /**
   * Reads the flags and checks them before any file is changed.
   *
   * @throws SealconfException if a recipient or a regular expression is malformed
   */
  public Recipes(Session session, Overrides given) {
    this.session = session;
    this.given = given;
    this.recipients = new Recipients(session.providers());
    this.keys = recipients.named(given, session.world());
    this.selections = Selections.of(given);
    session.review(given);
  }

  /**
   * Returns how to seal a file.
   *
   * @param path the absolute path that decides
   * @throws SealconfException with exit code 1 if there is no key or no rule, with exit code 8 if
   *     flags and rule contain more than one selection
   */
  public synchronized Recipe recipe(Path path, DocumentFormat format) {
    Optional<ConfigFile> config = session.config(given);
    Optional<CreationRule> rule = config.flatMap(file -> file.ruleFor(path));
    boolean whole = format.encryptsWhole();
    boolean macOnly =
        given.on("mac-only-encrypted") || rule.map(CreationRule::macOnlyEncrypted).orElse(false);
    Selection selection = selection(rule);
    if (whole) {
      warnOfDropped(selection, macOnly);
    }
    int asked = given.number("shamir-secret-sharing-threshold").orElse(0);
    Terms terms =
        new Terms(
            groups(rule),
            asked != 0 ? asked : rule.map(CreationRule::threshold).orElse(0),
            whole ? Selection.UNSAID : selection,
            macOnly && !whole,
            config.map(ConfigFile::seal).orElse(true)
                ? Terms.SealPolicy.ALWAYS
                : Terms.SealPolicy.NEVER);
    return new Recipe(
        terms,
        given.isGiven("reuse") ? given.on("reuse") : config.map(ConfigFile::reuse).orElse(false),
        given.on("allow-nothing-encrypted"));
  }

  private List<KeyGroup> groups(Optional<CreationRule> rule) {
    List<KeyGroup> groups = keys.isEmpty() ? ofRule(rule) : List.of(new KeyGroup(keys));
    if (!warned) {
      warned = true;
      List<MasterKey> all = groups.stream().flatMap(g -> g.masterKeys().stream()).toList();
      recipients.warnOfUnused(all, given, session.world());
    }
    return groups;
  }

  private List<KeyGroup> ofRule(Optional<CreationRule> rule) {
    return rule.map(r -> recipients.ofRule(r.groups(session.providers()), given))
        .orElseThrow(
            () ->
                new ConfigFailure.NoRecipients(
                        "no key to encrypt for: no .sops.yaml with creation rules, and no flag")
                    .hint("sealconf init creates a key and a .sops.yaml")
                    .hint(
                        "or add a flag such as "
                            + new ExampleRecipient(session.providers()).flag()));
  }

  private Selection selection(Optional<CreationRule> rule) {
    Map<Selection.Kind, Selection> all = new EnumMap<>(Selection.Kind.class);
    rule.flatMap(CreationRule::selection).ifPresent(s -> all.put(s.kind(), s));
    all.putAll(selections);
    if (all.size() > 1) {
      throw new UsageFailure.Conflict(
              "more than one selection of values to encrypt: "
                  + String.join(", ", all.keySet().stream().map(Selection.Kind::field).toList()))
          .hint("use one of them, in a flag or in the creation rule");
    }
    return all.isEmpty() ? Selection.DEFAULT : all.values().iterator().next();
  }

  private void warnOfDropped(Selection selection, boolean macOnly) {
    if (!selection.equals(Selection.DEFAULT)) {
      session
          .world()
          .tell()
          .warn(selection.kind().field() + " has no effect on a file that is encrypted as a whole");
    }
    if (macOnly) {
      session
          .world()
          .tell()
          .warn("mac_only_encrypted has no effect on a file that is encrypted as a whole");
    }
  }
}
