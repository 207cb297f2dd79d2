package dev.sealconf.config;

import dev.sealconf.document.DocumentFormats;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.NearestWord;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientSetting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds fields in a configuration file that nothing reads. SOPS ignores them, so a rule with a
 * misspelled {@code path_regex} matches every file.
 */
final class UnknownFields {
  private static final Set<String> TOP =
      Set.of("creation_rules", "destination_rules", "stores", "sealconf");
  private static final Set<String> OWN = Set.of("seal", "require_seal", "reuse", "required");
  private static final Set<String> STORE = Set.of("indent");

  /** Names that people use for fields, from older versions and other programs. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "filename_regex", "path_regex",
          "file_regex", "path_regex",
          "filename", "path_regex",
          "path", "path_regex",
          "paths", "path_regex",
          "regex", "path_regex",
          "threshold", "shamir_threshold",
          "groups", "key_groups");

  private final List<String> warnings = new ArrayList<>();

  /** Returns the warnings about the section that only this program reads. */
  static List<String> ofOwnSection(Setting.Table root) {
    UnknownFields found = new UnknownFields();
    found.check(root.table("sealconf"), "sealconf", OWN, Map.of());
    return found.warnings;
  }

  /** Returns all other warnings. */
  static List<String> of(Setting.Table root, KeyProviders providers) {
    UnknownFields found = new UnknownFields();
    found.top(root);
    Setting.Table stores = root.table("stores");
    if (!stores.entries().isEmpty()) {
      found.check(stores, "stores", stores(), Map.of());
    }
    for (String store : stores.entries().keySet()) {
      found.check(stores.table(store), "stores." + store, STORE, Map.of());
    }
    for (Setting rule : root.items("creation_rules").orElse(List.of())) {
      found.rule(rule.asTable("creation_rules"), providers);
    }
    return found.warnings;
  }

  /**
   * Checks the top level. Unknown names are normal there, because anchors have to be defined
   * somewhere.
   */
  private void top(Setting.Table root) {
    root.entries()
        .forEach(
            (name, value) -> {
              if (!TOP.contains(name)) {
                nearest(name, TOP, Map.of())
                    .ifPresent(near -> warn(value, "the file", name, Optional.of(near)));
              }
            });
  }

  private void rule(Setting.Table rule, KeyProviders providers) {
    Set<String> known =
        new TreeSet<>(
            Set.of(
                "path_regex", "shamir_threshold", "mac_only_encrypted", "key_groups", "sealconf"));
    Map<String, String> others = new HashMap<>(OTHER_NAMES);
    for (Selection.Kind kind : Selection.Kind.values()) {
      if (kind != Selection.Kind.UNSAID) {
        known.add(kind.field());
      }
    }
    for (KeyProvider provider : providers.all()) {
      known.add(provider.flag().configField());
      others.put(provider.id(), provider.flag().configField());
      others.put(provider.flag().groupField(), provider.flag().configField());
      for (RecipientSetting setting : provider.settings()) {
        known.add(setting.configField());
      }
    }
    check(rule, "a creation rule", known, others);
    check(rule.table("sealconf"), "sealconf of a creation rule", Set.of("required"), Map.of());
    for (Setting group : rule.items("key_groups").orElse(List.of())) {
      group(group.asTable("key_groups"), providers);
    }
  }

  private void group(Setting.Table group, KeyProviders providers) {
    Set<String> known = new TreeSet<>(Set.of("merge"));
    Map<String, String> others = new HashMap<>();
    for (KeyProvider provider : providers.all()) {
      String field = provider.flag().groupField();
      known.add(field);
      others.put(provider.id(), field);
      others.put(provider.flag().configField(), field);
      for (Setting entry : group.items(field).orElse(List.of())) {
        if (entry instanceof Setting.Table table) {
          entry(table, provider);
        }
      }
    }
    check(group, "a key group", known, others);
  }

  /** Warns about fields that the provider doesn't read. */
  private void entry(Setting.Table entry, KeyProvider provider) {
    try {
      KeyGroupReader.unread(provider, entry)
          .forEach(
              name ->
                  warn(
                      entry.entries().get(name),
                      "an entry of " + provider.flag().groupField(),
                      name,
                      Optional.empty()));
    } catch (SealconfException e) {
      return; // reported when the rule is used
    }
  }

  private void check(
      Setting.Table table, String where, Collection<String> known, Map<String, String> others) {
    table
        .entries()
        .forEach(
            (name, value) -> {
              if (!known.contains(name) && !name.startsWith("x-")) {
                warn(value, where, name, nearest(name, known, others));
              }
            });
  }

  private static Optional<String> nearest(
      String name, Collection<String> known, Map<String, String> others) {
    String word = name.toLowerCase(Locale.ROOT).replace('-', '_');
    if (known.contains(word)) {
      return Optional.of(word);
    }
    return Optional.ofNullable(others.get(word)).or(() -> NearestWord.of(word, known));
  }

  private void warn(Setting at, String where, String name, Optional<String> near) {
    warnings.add(
        at.where()
            + ": ignoring the unknown field "
            + Printable.quote(name)
            + " in "
            + where
            + near.map(other -> "; did you mean " + other + "?").orElse(""));
  }

  private static Set<String> stores() {
    Set<String> stores = new TreeSet<>();
    new DocumentFormats().all().forEach(format -> stores.add(format.store()));
    return stores;
  }
}
