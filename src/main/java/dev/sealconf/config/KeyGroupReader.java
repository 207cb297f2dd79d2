package dev.sealconf.config;

import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientSetting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the keys of a creation rule, from its own fields or from {@code key_groups}. */
final class KeyGroupReader {
  /**
   * The most entries in all merged groups together. Merging aliases could create exponentially
   * many.
   */
  private static final int MOST_GROUPS = 1000;

  private final KeyProviders providers;
  private int seen;

  KeyGroupReader(KeyProviders providers) {
    this.providers = providers;
  }

  /**
   * Returns the rule's groups. {@code key_groups} overrides the rule's own fields unless it is
   * empty.
   */
  List<KeyGroup> groups(Setting.Table rule) {
    Optional<List<Setting>> groups = rule.items("key_groups").filter(list -> !list.isEmpty());
    if (groups.isEmpty()) {
      return List.of(new KeyGroup(rule(rule)));
    }
    return groups.get().stream()
        .map(group -> new KeyGroup(distinct(group.asTable("key_groups"))))
        .toList();
  }

  private List<MasterKey> distinct(Setting.Table group) {
    Set<String> names = new HashSet<>();
    return merged(group).stream().filter(k -> names.add(k.provider() + ' ' + k.name())).toList();
  }

  private List<MasterKey> merged(Setting.Table group) {
    if (++seen > MOST_GROUPS) {
      throw new ConfigFailure.Invalid("the key groups merge too many other groups")
          .at(group.where());
    }
    List<MasterKey> keys = new ArrayList<>();
    for (Setting other : group.items("merge").orElse(List.of())) {
      keys.addAll(merged(other.asTable("merge")));
    }
    for (KeyProvider provider : providers.all()) {
      String field = provider.flag().groupField();
      for (Setting entry : group.items(field).orElse(List.of())) {
        keys.addAll(entry(provider, field, entry));
      }
    }
    return keys;
  }

  /** Reads an entry of a group: text with one or more keys, or a map for one key. */
  private static List<MasterKey> entry(KeyProvider provider, String field, Setting entry) {
    try {
      return entry instanceof Setting.Table table
          ? List.of(provider.parseEntry(fields(table)))
          : provider.parse(entry.asText(field));
    } catch (SealconfException e) {
      throw e.at(entry.where());
    }
  }

  /**
   * Returns the fields of an entry that its provider doesn't read, because the key is the same
   * without them.
   *
   * @throws SealconfException if the entry is malformed
   */
  static List<String> unread(KeyProvider provider, Setting.Table entry) {
    SortedMap<String, Field> all = fields(entry);
    MasterKey key = provider.parseEntry(all);
    return all.keySet().stream().filter(name -> unread(provider, all, key, name)).toList();
  }

  private static boolean unread(
      KeyProvider provider, SortedMap<String, Field> all, MasterKey key, String name) {
    SortedMap<String, Field> others = new TreeMap<>(all);
    Field field = others.remove(name);
    boolean empty =
        field.equals(new Field.Text("")) || field.equals(new Field.Table(new TreeMap<>()));
    try {
      return !empty && provider.parseEntry(others).equals(key);
    } catch (SealconfException e) {
      return false;
    }
  }

  private static SortedMap<String, Field> fields(Setting.Table entry) {
    SortedMap<String, Field> fields = new TreeMap<>();
    entry
        .entries()
        .forEach((name, value) -> field(name, value).ifPresent(f -> fields.put(name, f)));
    return fields;
  }

  private static Optional<Field> field(String name, Setting value) {
    if (value instanceof Setting.Absent) {
      return Optional.empty();
    }
    if (value instanceof Setting.Table table) {
      SortedMap<String, String> entries = new TreeMap<>();
      table.entries().forEach((key, text) -> entries.put(key, text.asText(key)));
      return Optional.of(new Field.Table(entries));
    }
    return Optional.of(new Field.Text(value.asText(name)));
  }

  private List<MasterKey> rule(Setting.Table rule) {
    List<MasterKey> keys = new ArrayList<>();
    for (KeyProvider provider : providers.all()) {
      String field = provider.flag().configField();
      Optional<Setting> setting = rule.entry(field);
      if (setting.isPresent()) {
        keys.addAll(parse(provider, rule, setting.get()));
      }
    }
    return keys;
  }

  private static List<MasterKey> parse(KeyProvider provider, Setting.Table rule, Setting setting) {
    List<String> recipients = setting.asStrings(provider.flag().configField());
    Map<String, String> settings = new HashMap<>();
    for (RecipientSetting wanted : provider.settings()) {
      if (!wanted.configField().isEmpty()) {
        rule.text(wanted.configField()).ifPresent(text -> settings.put(wanted.flag(), text));
      }
    }
    try {
      return recipients.isEmpty()
          ? List.of()
          : provider.parse(String.join(",", recipients), settings);
    } catch (SealconfException e) {
      throw e.at(setting.where());
    }
  }
}
