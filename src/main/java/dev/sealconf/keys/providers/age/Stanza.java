package dev.sealconf.keys.providers.age;

import java.util.List;

/**
 * The file key wrapped for one recipient.
 *
 * @param arguments what follows the arrow: the type, then what the type needs; never empty
 * @param body the wrapped file key
 */
public record Stanza(List<String> arguments, byte[] body) {

  /** The kind of recipient it is for. */
  public String type() {
    return arguments.get(0);
  }
}
