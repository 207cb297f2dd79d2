package dev.sealconf.keys.ring;

import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.KeyProvider;
import java.util.List;
import java.util.Optional;

/** The keys that the user names for one run, with flags or in creation rules. */
public interface NamedKeys {
  /** Names no keys. */
  NamedKeys NONE = byFlagsOnly(List.of());

  /** Returns the keys named by flags, or by the environment variables that replace them. */
  List<MasterKey> byFlags();

  /** Returns the keys named by any creation rule. Skips rules that can't be read. */
  List<MasterKey> byRules();

  /**
   * Returns the keys of one provider in the creation rule that matches a file.
   *
   * @param file the file's name in messages; empty if it has none
   * @throws dev.sealconf.error.SealconfException if the rule names keys of this provider that can't
   *     be read
   */
  List<MasterKey> byRuleFor(String file, KeyProvider provider);

  /**
   * Returns the keys of one provider in the rule that matches a file in the configuration nearest
   * to that file, unless that is the configuration in use. These keys can only rule out others,
   * because the user didn't choose that configuration.
   *
   * @param file the file's name in messages; empty if it has none
   * @throws dev.sealconf.error.SealconfException if the rule names keys of this provider that can't
   *     be read
   */
  default List<MasterKey> byNearestRuleFor(String file, KeyProvider provider) {
    return List.of();
  }

  /** Returns the label that the configuration gives to the owner of a key, if any. Untrusted. */
  default Optional<String> label(MasterKey key) {
    return Optional.empty();
  }

  /** Names these keys by flags, and no creation rules. */
  static NamedKeys byFlagsOnly(List<MasterKey> keys) {
    return new NamedKeys() {
      @Override
      public List<MasterKey> byFlags() {
        return keys;
      }

      @Override
      public List<MasterKey> byRules() {
        return List.of();
      }

      @Override
      public List<MasterKey> byRuleFor(String file, KeyProvider provider) {
        return List.of();
      }
    };
  }
}
