package dev.sealconf.operation.groups;

import dev.sealconf.error.Printable;
import dev.sealconf.keys.MasterKey;

/**
 * Names master keys in messages: by kind and name, shortened if the full name would not help a
 * reader.
 */
public final class ShownKey {
  private ShownKey() {}

  /** Returns the kind and the short name, such as {@code age age1…}; safe to print. */
  public static String of(MasterKey key) {
    return Printable.plain(key.provider()) + " " + name(key);
  }

  /** Returns the name, shortened in the middle if it is too long for a line; safe to print. */
  public static String name(MasterKey key) {
    return Printable.plain(Printable.shortened(key.name()));
  }
}
