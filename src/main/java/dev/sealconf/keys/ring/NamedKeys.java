package dev.sealconf.keys.ring;

import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.KeyProvider;
import java.util.List;
import java.util.Optional;

/** The keys that a user names for one run, by flags and by creation rules. */
public interface NamedKeys {
  /** No keys at all. */
  NamedKeys NONE = byFlagsOnly(List.of());

  /** Those that flags name, or the environment variables that replace flags. */
  List<MasterKey> byFlags();

  /** Those that any creation rule names; rules that can't be read are left out. */
  List<MasterKey> byRules();

  /**
   * Those of one provider that the creation rule for a file names.
   *
   * @param file the name that the file goes by in messages; empty for one without a name
   * @throws dev.sealconf.error.SealconfException if the rule names keys of this provider that can't
   *     be read
   */
  List<MasterKey> byRuleFor(String file, KeyProvider provider);

  /**
   * Those of one provider that the rule for a file names in the configuration nearest to the file,
   * if that is not the one in use. They only restrict: the user did not choose that configuration.
   *
   * @param file likewise
   * @throws dev.sealconf.error.SealconfException likewise
   */
  default List<MasterKey> byNearestRuleFor(String file, KeyProvider provider) {
    return List.of();
  }

  /** What people call the owner of a key, if the configuration says; untrusted text. */
  default Optional<String> label(MasterKey key) {
    return Optional.empty();
  }

  /** These keys by flags, and no creation rules. */
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
