package dev.sealconf.keys;

import java.util.ArrayList;
import java.util.List;

/** A group's share of the data key, wrapped for each of the group's master keys. */
public record WrappedGroup(List<WrappedKey> keys) {

  /** Returns the group's master keys, without the wrapped shares. */
  public KeyGroup group() {
    List<MasterKey> masterKeys = new ArrayList<>();
    for (WrappedKey key : keys) {
      masterKeys.add(key.masterKey());
    }
    return new KeyGroup(masterKeys);
  }
}
