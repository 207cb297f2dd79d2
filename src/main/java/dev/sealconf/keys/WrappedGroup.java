package dev.sealconf.keys;

import java.util.ArrayList;
import java.util.List;

/** One group's share of the data key, wrapped for each of its master keys. */
public record WrappedGroup(List<WrappedKey> keys) {

  /** The group without what was wrapped. */
  public KeyGroup group() {
    List<MasterKey> masterKeys = new ArrayList<>();
    for (WrappedKey key : keys) {
      masterKeys.add(key.masterKey());
    }
    return new KeyGroup(masterKeys);
  }
}
