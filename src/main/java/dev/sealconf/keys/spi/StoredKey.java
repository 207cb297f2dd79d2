package dev.sealconf.keys.spi;

import java.util.List;

/**
 * A named key on this machine; nothing secret.
 *
 * @param name what recipients call it
 * @param place where it lies, fit to be shown
 * @param state how it is protected, or what is wrong with it; fit to be shown
 * @param versions the keys in it; none if that can't be told without opening it
 */
public record StoredKey(String name, String place, String state, List<Version> versions) {

  /**
   * One of the keys behind a name.
   *
   * @param id its number
   * @param status whether it is in use: {@code enabled}, {@code disabled} or {@code destroyed}
   * @param primary whether it is the one that wraps
   */
  public record Version(String id, String status, boolean primary) {}
}
