package dev.sealconf.operation.groups;

import dev.sealconf.keys.MasterKey;

/** What tells one master key from another, as in SOPS: its kind and its name. */
public final class KeyIdentity {
  private KeyIdentity() {}

  /** The kind and the name, with a colon between them. */
  public static String of(MasterKey key) {
    return key.provider() + ":" + key.name();
  }
}
