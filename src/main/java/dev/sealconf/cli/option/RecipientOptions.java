package dev.sealconf.cli.option;

import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientFlag;
import dev.sealconf.keys.spi.RecipientSetting;
import dev.sealconf.session.Recipients;
import java.util.List;

/** One option for each key provider, made from the provider's own description. */
public final class RecipientOptions {
  private static final String GROUP = "Keys";

  /** The option that says how many key groups are needed to decrypt a file. */
  public static final String THRESHOLD = Recipients.THRESHOLD;

  private final KeyProviders providers;

  /** Creates the options for these providers. */
  public RecipientOptions(KeyProviders providers) {
    this.providers = providers;
  }

  /** Adds the options for the recipients of a new file. */
  public void addTo(CommandSpec spec) {
    for (KeyProvider provider : providers.all()) {
      RecipientFlag flag = provider.flag();
      spec.add(
          GROUP, Options.valueOr(flag.environment(), "LIST", flag.description(), bareNames(flag)));
    }
    addSettingsTo(spec);
    addThresholdTo(spec);
  }

  /** Adds the options for the recipients of one key group; each may be repeated. */
  public void addGroupTo(CommandSpec spec) {
    for (KeyProvider provider : providers.all()) {
      RecipientFlag flag = provider.flag();
      spec.add(GROUP, Options.values("LIST", flag.description(), bareNames(flag)));
    }
    addSettingsTo(spec);
  }

  /** Adds {@link #THRESHOLD}. */
  public static void addThresholdTo(CommandSpec spec) {
    spec.add(GROUP, Options.value("N", "How many key groups are needed to decrypt", THRESHOLD));
  }

  /** Adds the options for the recipients to add to and to remove from a sealed file. */
  public void addChangesTo(CommandSpec spec) {
    for (KeyProvider provider : providers.all()) {
      String[] names = bareNames(provider.flag());
      String name = names[names.length - 1];
      String description = provider.flag().description();
      spec.add(GROUP, Options.value("LIST", "Add: " + description, "add-" + name));
      spec.add(GROUP, Options.value("LIST", "Remove: " + description, "rm-" + name));
    }
    addSettingsTo(spec);
  }

  private void addSettingsTo(CommandSpec spec) {
    for (KeyProvider provider : providers.all()) {
      for (RecipientSetting setting : provider.settings()) {
        spec.add(GROUP, Options.value(setting.label(), setting.description(), setting.flag()));
      }
    }
  }

  /** Returns the flag's names without dashes, shortest first. */
  private static String[] bareNames(RecipientFlag flag) {
    List<String> names = flag.names();
    String[] bare = new String[names.size()];
    for (int i = 0; i < bare.length; i++) {
      String name = names.get(i).startsWith("-") ? Options.bare(names.get(i)) : names.get(i);
      int place = i;
      while (place > 0 && bare[place - 1].length() > name.length()) {
        bare[place] = bare[place - 1];
        place--;
      }
      bare[place] = name;
    }
    return bare;
  }
}
