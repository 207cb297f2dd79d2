package dev.sealconf.keys.ring;

import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import java.util.Optional;

/**
 * The setting {@code SEALCONF_ALLOWED_KEYS}: key names separated by commas, where an entry that
 * ends with {@code *} matches by prefix. {@code all} allows every key; {@code none} allows no key
 * that only a file names.
 */
final class AllowedKeys {
  private static final String ALL = "all";
  private static final String NONE = "none";
  private static final String SCHEME = "://";

  private final String list;

  AllowedKeys(World world) {
    this.list = world.variable(Reach.VARIABLE).orElse("");
  }

  /**
   * Returns whether an entry allows only the key that it names. Someone else may have chosen that
   * name.
   */
  static boolean allowsOnly(String entry) {
    return entry.indexOf(',') < 0
        && entry.indexOf('*') < 0
        && !entry.strip().equals(ALL)
        && !entry.strip().equals(NONE);
  }

  /** Returns whether even keys in the user's own account must be named. */
  boolean excludesOwnAccount() {
    return has(NONE);
  }

  /**
   * Returns whether the list names a key: by its full name, or by its bare name or a prefix of
   * that.
   *
   * @param bare the name without extras such as a role; empty if they must not be left out
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

  /**
   * Returns whether the pattern matches the name. A URL pattern must contain the whole host, or it
   * would also match longer host names.
   */
  private static boolean isStart(String pattern, String name) {
    String start = pattern.substring(0, pattern.length() - 1);
    int scheme = name.indexOf(SCHEME);
    int least = scheme < 0 ? 1 : name.indexOf('/', scheme + SCHEME.length()) + 1;
    return least > 0 && start.length() >= least && name.startsWith(start);
  }

  /**
   * Returns whether the list contains a name. Searches the text instead of splitting it, because
   * names may contain commas.
   */
  private boolean has(String name) {
    return !name.isEmpty()
        && ("," + list.replaceAll("\\s*,\\s*", ",").strip() + ",").contains("," + name + ",");
  }
}
