package dev.sealconf.operation;

import dev.sealconf.keys.MasterKey;

/** What tells one master key from another, as in SOPS: its kind and its name. */
final class KeyIdentity {
  private KeyIdentity() {}

  static String of(MasterKey key) {
    return key.provider() + ":" + key.name();
  }
}
