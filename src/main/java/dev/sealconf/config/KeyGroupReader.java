package dev.sealconf.config;

import dev.sealconf.error.ExitCode;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.KeyProvider;
import dev.sealconf.keys.KeyProviders;
import dev.sealconf.keys.MasterKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the keys of a creation rule: its own fields, or its {@code key_groups}. */
final class KeyGroupReader {
  /** Entries of all merged groups together; merged aliases could make exponentially many. */
  private static final int MOST_GROUPS = 1000;

  private final KeyProviders providers;
  private int seen;

  KeyGroupReader(KeyProviders providers) {
    this.providers = providers;
  }

  /**
   * The groups of a rule; {@code key_groups} wins over the rule's own fields unless it is empty.
   */
  List<KeyGroup> groups(Setting.Table rule) {
    Optional<List<Setting>> groups = rule.items("key_groups").filter(list -> !list.isEmpty());
    if (groups.isEmpty()) {
      return List.of(new KeyGroup(keys(rule)));
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
      throw new SealconfException(ExitCode.GENERIC, "the groups of keys merge too many others")
          .at(group.where());
    }
    List<MasterKey> keys = new ArrayList<>();
    for (Setting other : group.items("merge").orElse(List.of())) {
      keys.addAll(merged(other.asTable("merge")));
    }
    keys.addAll(keys(group));
    return keys;
  }

  private List<MasterKey> keys(Setting.Table table) {
    refuseMissing(table);
    List<MasterKey> keys = new ArrayList<>();
    for (KeyProvider provider : providers.all()) {
      String field = provider.flag().configField();
      Optional<Setting> setting = table.entry(field);
      if (setting.isPresent()) {
        keys.addAll(parse(provider, field, setting.get()));
      }
    }
    return keys;
  }

  private static List<MasterKey> parse(KeyProvider provider, String field, Setting setting) {
    List<String> recipients = setting.asStrings(field);
    try {
      return recipients.isEmpty()
          ? List.of()
          : provider.parse(recipients.stream().collect(Collectors.joining(",")));
    } catch (SealconfException e) {
      throw e.at(setting.where());
    }
  }

  private void refuseMissing(Setting.Table table) {
    Set<String> there =
        providers.all().stream().map(p -> p.flag().configField()).collect(Collectors.toSet());
    for (String field : KeyFields.ALL) {
      Optional<Setting> setting = table.entry(field).filter(s -> !there.contains(field));
      if (setting.isPresent() && !empty(setting.get())) {
        throw new SealconfException(
                ExitCode.GENERIC, "keys of this kind are not there yet: " + field)
            .at(setting.get().where())
            .hint("the file would be sealed without this key; remove the field if that is wanted");
      }
    }
  }

  private static boolean empty(Setting setting) {
    return setting instanceof Setting.Items items
        ? items.items().isEmpty()
        : setting instanceof Setting.Text text && text.value().isBlank();
  }
}
