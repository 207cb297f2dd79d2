package dev.sealconf.operation.groups;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.ring.KeyProviders;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the keys of a file that people mean when they name one: a key without a version means the
 * version that the file has.
 */
public final class KeyMatcher {
  private final KeyProviders providers;

  /** Compares keys as their providers do. */
  public KeyMatcher(KeyProviders providers) {
    this.providers = providers;
  }

  /** Whether one of the keys that were named means this key of a file. */
  public boolean among(List<MasterKey> named, MasterKey ofFile) {
    return named.stream().anyMatch(key -> means(key, ofFile));
  }

  /** Whether a key that was named means one of these keys of a file. */
  public boolean has(List<MasterKey> ofFile, MasterKey named) {
    return ofFile.stream().anyMatch(key -> means(named, key));
  }

  /** The groups that were named, with the file's own keys of the same group in place of names. */
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
