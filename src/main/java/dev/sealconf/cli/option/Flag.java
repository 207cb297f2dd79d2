package dev.sealconf.cli.option;

import java.util.ArrayList;
import java.util.List;

/**
 * A flag as a command declares it; {@link Options} creates them. The parser uses it, and help, the
 * manual page and completion are made from it.
 *
 * @param names its names without dashes
 * @param takes what follows it
 * @param label the label of its value in help; empty if it takes none
 * @param description what it does
 * @param environment the environment variable used if it is not given; empty if there is none
 * @param group the title of its group in help; empty for the command's own flags
 * @param hidden whether help leaves it out
 */
public record Flag(
    List<String> names,
    Takes takes,
    String label,
    Description description,
    String environment,
    String group,
    boolean hidden) {

  /** Returns this flag in the group with this title. */
  Flag in(String title) {
    return new Flag(names, takes, label, description, environment, title, hidden);
  }

  /** Returns this flag, left out of help. */
  public Flag hide() {
    return new Flag(names, takes, label, description, environment, group, true);
  }

  /** Returns whether a value follows. */
  public boolean takesValue() {
    return takes != Takes.NOTHING;
  }

  /** Returns its longest name, without dashes. */
  public String longestName() {
    String longest = names.get(0);
    for (String name : names) {
      longest = name.length() > longest.length() ? name : longest;
    }
    return longest;
  }

  /** Returns its documented names, letters first: {@code -i}, {@code --in-place}. */
  public List<String> documentedNames() {
    List<String> letters = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String name : names) {
      (name.length() == 1 ? letters : words).add(Options.documented(name));
    }
    letters.addAll(words);
    return letters;
  }

  /** Returns what it does and which variable can replace it, in one line. */
  public String explanation() {
    String text = description.text();
    return environment.isEmpty() ? text : text + ". Default: $" + environment;
  }
}
