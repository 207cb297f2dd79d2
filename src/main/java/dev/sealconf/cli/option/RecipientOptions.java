package dev.sealconf.cli.option;

import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientFlag;
import dev.sealconf.keys.spi.RecipientSetting;
import dev.sealconf.session.Recipients;
import picocli.CommandLine.Model.CommandSpec;

/** One option for each key provider there is, by what it says of itself. */
public final class RecipientOptions {
  private static final String GROUP = "Keys";

  /** The option that says how many key groups have to come together. */
  public static final String THRESHOLD = Recipients.THRESHOLD;

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
    spec.addOption(Options.value("N", "How many key groups are needed to decrypt", THRESHOLD));
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
