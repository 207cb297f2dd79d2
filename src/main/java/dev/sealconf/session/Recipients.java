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

/** The recipients that overrides name: one option for each key provider. */
public final class Recipients {
  /** The option that says how many key groups have to come together. */
  public static final String THRESHOLD = "shamir-secret-sharing-threshold";

  private final KeyProviders providers;

  /** The recipients of these providers. */
  public Recipients(KeyProviders providers) {
    this.providers = providers;
  }

  /**
   * The recipients that flags and environment name, by SOPS one group; empty if they name none.
   *
   * @throws SealconfException if one is malformed
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
   * The recipients of {@code --add-…} or {@code --rm-…}; {@code verb} is {@code add} or {@code rm}.
   */
  public List<MasterKey> changes(Overrides given, String verb) {
    List<MasterKey> keys = new ArrayList<>();
    for (KeyProvider provider : providers.all()) {
      String list = given.text(verb + "-" + longName(provider.flag())).orElse("");
      keys.addAll(parse(provider, list, given));
    }
    return keys;
  }

  /** The recipients of one key group; unlike {@link #named}, the environment adds none. */
  public List<MasterKey> group(Overrides given) {
    List<MasterKey> keys = new ArrayList<>();
    for (KeyProvider provider : providers.all()) {
      keys.addAll(parse(provider, given.text(longName(provider.flag())).orElse(""), given));
    }
    return keys;
  }

  /**
   * The groups of a creation rule, under the settings that flags give for all keys of a provider.
   *
   * @throws SealconfException if a setting is malformed, or contradicts the rule
   */
  public List<KeyGroup> ofRule(List<KeyGroup> groups, Overrides given) {
    return groups.stream()
        .map(group -> new KeyGroup(group.masterKeys().stream().map(k -> set(k, given)).toList()))
        .toList();
  }

  /** A key of a creation rule, likewise. */
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

  /** Warns of settings that were given although none of these keys is of their provider. */
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

  /** Asks for an empty list, too: SOPS refuses a malformed setting that no key has a use for. */
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

  /** The longest of the flag's names, without dashes. */
  private static String longName(RecipientFlag flag) {
    String longest = "";
    for (String name : flag.names()) {
      String bare = name.replaceFirst("^--?", "");
      longest = bare.length() >= longest.length() ? bare : longest;
    }
    return longest;
  }
}
