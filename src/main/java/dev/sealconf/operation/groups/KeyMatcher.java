package dev.sealconf.operation.groups;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.ring.KeyProviders;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the keys of a file that users refer to. A key named without a version refers to the version
 * that the file has.
 */
public final class KeyMatcher {
  private final KeyProviders providers;

  /** Compares keys as their providers do. */
  public KeyMatcher(KeyProviders providers) {
    this.providers = providers;
  }

  /** Returns whether one of the named keys refers to this key of a file. */
  public boolean among(List<MasterKey> named, MasterKey ofFile) {
    return named.stream().anyMatch(key -> means(key, ofFile));
  }

  /** Returns whether a named key refers to one of these keys of a file. */
  public boolean has(List<MasterKey> ofFile, MasterKey named) {
    return ofFile.stream().anyMatch(key -> means(named, key));
  }

  /**
   * Returns the named groups. A name that refers to a key of the file in the same group is replaced
   * by that key.
   */
  public List<KeyGroup> settled(List<KeyGroup> named, Metadata metadata) {
    List<KeyGroup> settled = new ArrayList<>();
    for (KeyGroup group : named) {
      int index = settled.size();
      List<WrappedGroup> there = metadata.groups();
      List<MasterKey> ofFile =
          index < there.size() ? there.get(index).group().masterKeys() : List.of();
      settled.add(
          new KeyGroup(group.masterKeys().stream().map(key -> settled(key, ofFile)).toList()));
    }
    return settled;
  }

  private MasterKey settled(MasterKey named, List<MasterKey> ofFile) {
    return ofFile.stream().filter(key -> means(named, key)).findFirst().orElse(named);
  }

  private boolean means(MasterKey named, MasterKey ofFile) {
    return KeyIdentity.of(named).equals(KeyIdentity.of(ofFile))
        || named.provider().equals(ofFile.provider())
            && providers
                .named(named.provider())
                .map(provider -> provider.means(named, ofFile))
                .orElse(false);
  }
}
