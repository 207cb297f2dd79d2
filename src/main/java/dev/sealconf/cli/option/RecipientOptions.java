package dev.sealconf.cli.option;

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
import picocli.CommandLine.Model.CommandSpec;

/** One option for each key provider there is, by what it says of itself. */
public final class RecipientOptions {
  private static final String GROUP = "Keys";

  /** The option that says how many key groups have to come together. */
  public static final String THRESHOLD = "shamir-secret-sharing-threshold";

  private final KeyProviders providers;

  /** The options for these providers. */
  public RecipientOptions(KeyProviders providers) {
    this.providers = providers;
  }

  /** Declares the recipients of a new file. */
  public void addTo(CommandSpec spec) {
    Options.group(spec, GROUP, this::declareAll);
  }

  private void declareAll(CommandSpec spec) {
    for (KeyProvider provider : providers.all()) {
      RecipientFlag flag = provider.flag();
      spec.addOption(
          Options.valueOr(flag.environment(), "LIST", flag.description(), bareNames(flag)));
    }
    addSettingsTo(spec);
    declareThreshold(spec);
  }

  /** Declares the recipients of one key group; each flag may be given more than once. */
  public void addGroupTo(CommandSpec spec) {
    Options.group(spec, GROUP, this::declareGroup);
  }

  private void declareGroup(CommandSpec spec) {
    for (KeyProvider provider : providers.all()) {
      RecipientFlag flag = provider.flag();
      spec.addOption(Options.values("LIST", flag.description(), bareNames(flag)));
    }
    addSettingsTo(spec);
  }

  /** Declares {@link #THRESHOLD}. */
  public static void addThresholdTo(CommandSpec spec) {
    Options.group(spec, GROUP, RecipientOptions::declareThreshold);
  }

  private static void declareThreshold(CommandSpec spec) {
    spec.addOption(Options.value("N", "How many groups of keys are needed to decrypt", THRESHOLD));
  }

  /** Declares the recipients to add to and to remove from a sealed file. */
  public void addChangesTo(CommandSpec spec) {
    Options.group(spec, GROUP, this::declareChanges);
  }

  private void declareChanges(CommandSpec spec) {
    for (KeyProvider provider : providers.all()) {
      String name = longName(provider.flag());
      spec.addOption(Options.value("LIST", "Add: " + provider.flag().description(), "add-" + name));
      spec.addOption(
          Options.value("LIST", "Remove: " + provider.flag().description(), "rm-" + name));
    }
    addSettingsTo(spec);
  }

  private void addSettingsTo(CommandSpec spec) {
    for (KeyProvider provider : providers.all()) {
      for (RecipientSetting setting : provider.settings()) {
        spec.addOption(Options.value(setting.label(), setting.description(), setting.flag()));
      }
    }
  }

  /**
   * The recipients that flags and environment name, by SOPS one group; empty if they name none.
   *
   * @throws SealconfException if one is malformed
   */
  public List<MasterKey> named(Arguments given) {
    List<MasterKey> keys = new ArrayList<>();
    for (KeyProvider provider : providers.all()) {
      String list =
          given.textOr(longName(provider.flag()), provider.flag().environment()).orElse("");
      keys.addAll(parse(provider, list, given));
    }
    return keys;
  }

  /**
   * The recipients of {@code --add-…} or {@code --rm-…}; {@code verb} is {@code add} or {@code rm}.
   */
  public List<MasterKey> changes(Arguments given, String verb) {
    List<MasterKey> keys = new ArrayList<>();
    for (KeyProvider provider : providers.all()) {
      String list = given.text(verb + "-" + longName(provider.flag())).orElse("");
      keys.addAll(parse(provider, list, given));
    }
    return keys;
  }

  /** The recipients of one key group; unlike {@link #named}, the environment adds none. */
  public List<MasterKey> group(Arguments given) {
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
  public List<KeyGroup> ofRule(List<KeyGroup> groups, Arguments given) {
    return groups.stream()
        .map(group -> new KeyGroup(group.masterKeys().stream().map(k -> set(k, given)).toList()))
        .toList();
  }

  /** A key of a creation rule, likewise. */
  public MasterKey set(MasterKey key, Arguments given) {
    return providers
        .named(key.provider())
        .map(provider -> withSettings(provider, key, given))
        .orElse(key);
  }

  private static MasterKey withSettings(KeyProvider provider, MasterKey key, Arguments given) {
    Map<String, String> settings = settings(provider, given);
    return settings.isEmpty() ? key : provider.with(key, settings);
  }

  /** Warns of settings that were given although none of these keys is of their provider. */
  public void warnOfUnused(List<MasterKey> keys, Arguments given, World world) {
    for (KeyProvider provider : providers.all()) {
      if (keys.stream().noneMatch(key -> key.provider().equals(provider.id()))) {
        settings(provider, given)
            .keySet()
            .forEach(
                flag -> world.tell().warn("--" + flag + " has no effect: no key here takes it"));
      }
    }
  }

  /** Asks for an empty list, too: SOPS refuses a malformed setting that no key has a use for. */
  private static List<MasterKey> parse(KeyProvider provider, String list, Arguments given) {
    Map<String, String> settings = settings(provider, given);
    return list.isEmpty() && settings.isEmpty() ? List.of() : provider.parse(list, settings);
  }

  private static Map<String, String> settings(KeyProvider provider, Arguments given) {
    Map<String, String> settings = new HashMap<>();
    for (RecipientSetting setting : provider.settings()) {
      given.text(setting.flag()).ifPresent(text -> settings.put(setting.flag(), text));
    }
    return settings;
  }

  private static String longName(RecipientFlag flag) {
    String[] bare = bareNames(flag);
    return bare[bare.length - 1];
  }

  /** The flag's names without dashes, shortest first. */
  private static String[] bareNames(RecipientFlag flag) {
    return flag.names().stream()
        .map(n -> n.startsWith("-") ? Options.bare(n) : n)
        .sorted((a, b) -> Integer.compare(a.length(), b.length()))
        .toArray(String[]::new);
  }
}
