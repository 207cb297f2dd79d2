package dev.sealconf.operation.groups;

import dev.sealconf.error.Printable;
import dev.sealconf.keys.MasterKey;

/** How messages call a master key: by its kind and its name, without what can't be read anyway. */
public final class ShownKey {
  private ShownKey() {}

  /** The kind and the short name, such as {@code age age1…}; safe to print. */
  public static String of(MasterKey key) {
    return Printable.plain(key.provider()) + " " + name(key);
  }

  /** The name, cut in its middle if it is too long for a line; safe to print. */
  public static String name(MasterKey key) {
    return Printable.plain(Printable.shortened(key.name()));
  }
}
