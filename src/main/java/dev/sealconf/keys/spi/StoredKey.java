package dev.sealconf.keys.spi;

import java.util.List;

/**
 * A named key on this machine. It holds no secret.
 *
 * @param name the name that recipients use
 * @param place where it is stored, ready to show
 * @param state how it is protected, or what is wrong with it; ready to show
 * @param versions the keys in it; empty if they can't be listed without opening it
 */
public record StoredKey(String name, String place, String state, List<Version> versions) {

  /**
   * One of the keys stored under a name.
   *
   * @param id its number
   * @param status {@code enabled}, {@code disabled} or {@code destroyed}
   * @param primary whether it is the one that wraps
   */
  public record Version(String id, String status, boolean primary) {}
}
