package dev.sealconf.operation.groups;

import dev.sealconf.keys.MasterKey;

/** Identifies a master key by its kind and its name, as SOPS does. */
public final class KeyIdentity {
  private KeyIdentity() {}

  /** Returns the kind and the name, separated by a colon. */
  public static String of(MasterKey key) {
    return key.provider() + ":" + key.name();
  }
}
