package dev.sealconf.session;

import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientFlag;
import dev.sealconf.keys.spi.RecipientSetting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the recipients in overrides. Each key provider has one option. */
public final class Recipients {
  /** The option that says how many key groups are needed to decrypt a file. */
  public static final String THRESHOLD = "shamir-secret-sharing-threshold";

  private final KeyProviders providers;

  /** Reads recipients of these providers. */
  public Recipients(KeyProviders providers) {
    this.providers = providers;
  }

  /**
   * Returns the recipients that flags and the environment name. In SOPS they form one group. Empty
   * if they name none.
   *
   * @throws SealconfException if a recipient is malformed
   */
  public List<MasterKey> named(Overrides given, World world) {
    List<MasterKey> keys = new ArrayList<>();
    for (KeyProvider provider : providers.all()) {
      String list =
          given.textOr(longName(provider.flag()), provider.flag().environment(), world).orElse("");
      keys.addAll(parse(provider, list, given));
    }
    return keys;
  }

  /**
   * Returns the recipients of {@code --add-…} or {@code --rm-…}; {@code verb} is {@code add} or
   * {@code rm}.
   */
  public List<MasterKey> changes(Overrides given, String verb) {
    List<MasterKey> keys = new ArrayList<>();
    for (KeyProvider provider : providers.all()) {
      String list = given.text(verb + "-" + longName(provider.flag())).orElse("");
      keys.addAll(parse(provider, list, given));
    }
    return keys;
  }

  /** Returns the recipients of one key group. Unlike {@link #named}, ignores the environment. */
  public List<MasterKey> group(Overrides given) {
    List<MasterKey> keys = new ArrayList<>();
    for (KeyProvider provider : providers.all()) {
      keys.addAll(parse(provider, given.text(longName(provider.flag())).orElse(""), given));
    }
    return keys;
  }

  /**
   * Returns the groups of a creation rule, with the provider settings that flags give applied to
   * every key.
   *
   * @throws SealconfException if a setting is malformed or contradicts the rule
   */
  public List<KeyGroup> ofRule(List<KeyGroup> groups, Overrides given) {
    return groups.stream()
        .map(group -> new KeyGroup(group.masterKeys().stream().map(k -> set(k, given)).toList()))
        .toList();
  }

  /** Returns a key of a creation rule, with the provider settings that flags give. */
  public MasterKey set(MasterKey key, Overrides given) {
    return providers
        .named(key.provider())
        .map(provider -> withSettings(provider, key, given))
        .orElse(key);
  }

  private static MasterKey withSettings(KeyProvider provider, MasterKey key, Overrides given) {
    Map<String, String> settings = settings(provider, given);
    return settings.isEmpty() ? key : provider.with(key, settings);
  }

  /** Warns about settings for providers that none of these keys belongs to. */
  public void warnOfUnused(List<MasterKey> keys, Overrides given, World world) {
    for (KeyProvider provider : providers.all()) {
      if (keys.stream().noneMatch(key -> key.provider().equals(provider.id()))) {
        settings(provider, given)
            .keySet()
            .forEach(
                flag ->
                    world.tell().warn("--" + flag + " has no effect: none of these keys uses it"));
      }
    }
  }

  /**
   * Calls the provider even if the list is empty: SOPS rejects a malformed setting that no key
   * uses.
   */
  private static List<MasterKey> parse(KeyProvider provider, String list, Overrides given) {
    Map<String, String> settings = settings(provider, given);
    return list.isEmpty() && settings.isEmpty() ? List.of() : provider.parse(list, settings);
  }

  private static Map<String, String> settings(KeyProvider provider, Overrides given) {
    Map<String, String> settings = new HashMap<>();
    for (RecipientSetting setting : provider.settings()) {
      given.text(setting.flag()).ifPresent(text -> settings.put(setting.flag(), text));
    }
    return settings;
  }

  /** Returns the longest of the flag's names, without dashes. */
  private static String longName(RecipientFlag flag) {
    String longest = "";
    for (String name : flag.names()) {
      String bare = name.replaceFirst("^--?", "");
      longest = bare.length() >= longest.length() ? bare : longest;
    }
    return longest;
  }
}
