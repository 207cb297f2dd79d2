package dev.sealconf.keys.ring;

import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import java.util.Optional;

/**
 * What {@code SEALCONF_ALLOWED_KEYS} says: names of keys separated by commas, of which one may end
 * with a star; {@code all} for every key; {@code none} for no key that only a file names.
 */
final class AllowedKeys {
  private static final String ALL = "all";
  private static final String NONE = "none";
  private static final String SCHEME = "://";

  private final String list;

  AllowedKeys(World world) {
    this.list = world.variable(Reach.VARIABLE).orElse("");
  }

  /** Whether an entry, which another person may have chosen, allows no other key than it names. */
  static boolean allowsOnly(String entry) {
    return entry.indexOf(',') < 0
        && entry.indexOf('*') < 0
        && !entry.strip().equals(ALL)
        && !entry.strip().equals(NONE);
  }

  /** Whether keys in the user's own account have to be named as well. */
  boolean excludesOwnAccount() {
    return has(NONE);
  }

  /**
   * Whether the list names a key: by its whole name, or by its bare name or the start of that.
   *
   * @param bare the name without what the key takes along; empty if that must not be left out
   */
  boolean name(MasterKey key, Optional<String> bare) {
    return has(ALL) || has(key.name()) || bare.isPresent() && nameBare(bare.get());
  }

  private boolean nameBare(String name) {
    for (String entry : list.split(",")) {
      String text = entry.strip();
      if (text.equals(name) || text.endsWith("*") && isStart(text, name)) {
        return true;
      }
    }
    return false;
  }

  /** A start of a URL has to hold the whole host: else a longer host would begin with it. */
  private static boolean isStart(String pattern, String name) {
    String start = pattern.substring(0, pattern.length() - 1);
    int scheme = name.indexOf(SCHEME);
    int least = scheme < 0 ? 1 : name.indexOf('/', scheme + SCHEME.length()) + 1;
    return least > 0 && start.length() >= least && name.startsWith(start);
  }

  /** Names may hold commas, so the list is not taken apart for them. */
  private boolean has(String name) {
    return !name.isEmpty()
        && ("," + list.replaceAll("\\s*,\\s*", ",").strip() + ",").contains("," + name + ",");
  }
}
