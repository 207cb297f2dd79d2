package dev.sealconf.cli.option;

import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientFlag;
import dev.sealconf.keys.spi.RecipientSetting;
import dev.sealconf.session.Recipients;
import java.util.List;

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
    for (KeyProvider provider : providers.all()) {
      RecipientFlag flag = provider.flag();
      spec.add(
          GROUP, Options.valueOr(flag.environment(), "LIST", flag.description(), bareNames(flag)));
    }
    addSettingsTo(spec);
    addThresholdTo(spec);
  }

  /** Declares the recipients of one key group; each flag may be given more than once. */
  public void addGroupTo(CommandSpec spec) {
    for (KeyProvider provider : providers.all()) {
      RecipientFlag flag = provider.flag();
      spec.add(GROUP, Options.values("LIST", flag.description(), bareNames(flag)));
    }
    addSettingsTo(spec);
  }

  /** Declares {@link #THRESHOLD}. */
  public static void addThresholdTo(CommandSpec spec) {
    spec.add(GROUP, Options.value("N", "How many key groups are needed to decrypt", THRESHOLD));
  }

  /** Declares the recipients to add to and to remove from a sealed file. */
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

  /** The flag's names without dashes, shortest first. */
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
