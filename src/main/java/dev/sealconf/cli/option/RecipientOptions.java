package dev.sealconf.cli.option;

import dev.sealconf.config.KeyFields;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.KeyProvider;
import dev.sealconf.keys.KeyProviders;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.RecipientFlag;
import dev.sealconf.keys.RecipientSetting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * One option for each key provider there is, and one for each that SOPS has and this program has
 * not yet: those are known words that are refused, never taken for something else.
 */
public final class RecipientOptions {
  /** The option that says how many key groups have to come together. */
  public static final String THRESHOLD = "shamir-secret-sharing-threshold";

  private static final List<RecipientFlag> SOPS_FLAGS =
      List.of(
          flag("SOPS_PGP_FP", KeyFields.PGP, "p", "pgp"),
          flag("SOPS_KMS_ARN", KeyFields.KMS, "k", "kms"),
          flag("SOPS_GCP_KMS_IDS", KeyFields.GCP_KMS, "gcp-kms"),
          flag("SOPS_HUAWEICLOUD_KMS_IDS", KeyFields.HCKMS, "hckms"),
          flag("SOPS_AZURE_KEYVAULT_URLS", KeyFields.AZURE_KEYVAULT, "azure-kv"),
          flag("SOPS_VAULT_URIS", KeyFields.HC_VAULT_TRANSIT_URI, "hc-vault-transit"));

  private final KeyProviders providers;

  /** The options for these providers. */
  public RecipientOptions(KeyProviders providers) {
    this.providers = providers;
  }

  /** Declares the recipients of a new file. */
  public void addTo(CommandSpec spec) {
    for (KeyProvider provider : providers.all()) {
      RecipientFlag flag = provider.flag();
      spec.addOption(
          Options.valueOr(flag.environment(), "LIST", flag.description(), bareNames(flag)));
    }
    for (RecipientFlag flag : missing()) {
      spec.addOption(hidden("LIST", flag, bareNames(flag)));
    }
    addSettingsTo(spec);
    addThresholdTo(spec);
  }

  /** Declares the recipients of one key group; each flag may be given more than once. */
  public void addGroupTo(CommandSpec spec) {
    for (KeyProvider provider : providers.all()) {
      RecipientFlag flag = provider.flag();
      spec.addOption(Options.values("LIST", flag.description(), bareNames(flag)));
    }
    for (RecipientFlag flag : missing()) {
      spec.addOption(hidden("LIST", flag, bareNames(flag)));
    }
    addSettingsTo(spec);
  }

  /** Declares {@link #THRESHOLD}. */
  public static void addThresholdTo(CommandSpec spec) {
    spec.addOption(Options.value("N", "How many groups of keys are needed to decrypt", THRESHOLD));
  }

  /** Declares the recipients to add to and to remove from a sealed file. */
  public void addChangesTo(CommandSpec spec) {
    for (KeyProvider provider : providers.all()) {
      String name = longName(provider.flag());
      spec.addOption(Options.value("LIST", "Add: " + provider.flag().description(), "add-" + name));
      spec.addOption(
          Options.value("LIST", "Remove: " + provider.flag().description(), "rm-" + name));
    }
    for (RecipientFlag flag : missing()) {
      spec.addOption(hidden("LIST", flag, "add-" + longName(flag)));
      spec.addOption(hidden("LIST", flag, "rm-" + longName(flag)));
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
   * @throws SealconfException if one is malformed or of a kind that is not there yet
   */
  public List<MasterKey> named(Arguments given) {
    for (RecipientFlag flag : missing()) {
      if (given.textOr(longName(flag), flag.environment()).isPresent()) {
        throw notThereYet(longName(flag), flag);
      }
    }
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
    for (RecipientFlag flag : missing()) {
      if (given.isGiven(verb + "-" + longName(flag))) {
        throw notThereYet(verb + "-" + longName(flag), flag);
      }
    }
    List<MasterKey> keys = new ArrayList<>();
    for (KeyProvider provider : providers.all()) {
      String list = given.text(verb + "-" + longName(provider.flag())).orElse("");
      keys.addAll(parse(provider, list, given));
    }
    return keys;
  }

  /** The recipients of one key group; unlike {@link #named}, the environment adds none. */
  public List<MasterKey> group(Arguments given) {
    for (RecipientFlag flag : missing()) {
      if (given.isGiven(longName(flag))) {
        throw notThereYet(longName(flag), flag);
      }
    }
    List<MasterKey> keys = new ArrayList<>();
    for (KeyProvider provider : providers.all()) {
      keys.addAll(parse(provider, given.text(longName(provider.flag())).orElse(""), given));
    }
    return keys;
  }

  /** Asks for an empty list, too: SOPS refuses a malformed setting that no key has a use for. */
  private static List<MasterKey> parse(KeyProvider provider, String list, Arguments given) {
    Map<String, String> settings = new HashMap<>();
    for (RecipientSetting setting : provider.settings()) {
      given.text(setting.flag()).ifPresent(text -> settings.put(setting.flag(), text));
    }
    return list.isEmpty() && settings.isEmpty() ? List.of() : provider.parse(list, settings);
  }

  private List<RecipientFlag> missing() {
    Set<String> there = new TreeSet<>();
    providers.all().forEach(p -> there.add(longName(p.flag())));
    return SOPS_FLAGS.stream().filter(f -> !there.contains(longName(f))).toList();
  }

  private static SealconfException notThereYet(String option, RecipientFlag flag) {
    return new SealconfException(
            ExitCode.GENERIC, "keys of this kind are not there yet: " + Options.documented(option))
        .hint("remove the flag, or unset $" + flag.environment());
  }

  private static OptionSpec hidden(String label, RecipientFlag flag, String... names) {
    return Options.value(label, flag.description(), names).toBuilder().hidden(true).build();
  }

  private static RecipientFlag flag(String environment, String field, String... names) {
    return new RecipientFlag(List.of(names), environment, field, "Not there yet");
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
