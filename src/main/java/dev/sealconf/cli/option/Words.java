package dev.sealconf.cli.option;

import java.util.List;

/**
 * Words of a command that are not flags, as help describes them and completion offers them.
 *
 * @param label what they are called in help, such as {@code [FILE...]} or {@code add|delete}
 * @param description what they mean
 * @param offered the words to choose from, with {@code |} between them; empty for those of the
 *     label
 */
public record Words(String label, Description description, Description offered) {

  /** The words to choose from; empty if they can be any. */
  public List<String> choices() {
    String text = offered.text();
    String chosen = text.isEmpty() ? label : text;
    return text.isEmpty() && !label.contains("|") ? List.of() : List.of(chosen.split("\\|"));
  }
}
