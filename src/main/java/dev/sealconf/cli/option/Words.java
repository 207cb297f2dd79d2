package dev.sealconf.cli.option;

import java.util.List;

/**
 * Arguments of a command, as help describes them and completion suggests them.
 *
 * @param label their name in help, such as {@code [FILE...]} or {@code add|delete}
 * @param description what they mean
 * @param offered the choices, separated by {@code |}; empty to use those of the label
 */
public record Words(String label, Description description, Description offered) {

  /** Returns the choices; empty if there is no restriction. */
  public List<String> choices() {
    String text = offered.text();
    String chosen = text.isEmpty() ? label : text;
    return text.isEmpty() && !label.contains("|") ? List.of() : List.of(chosen.split("\\|"));
  }
}
