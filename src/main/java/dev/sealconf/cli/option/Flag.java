package dev.sealconf.cli.option;

import java.util.ArrayList;
import java.util.List;

/**
 * One flag, as a command declares it; {@link Options} makes them. Command lines are read by it, and
 * help, manual page and completion are made from it.
 *
 * @param names its names without dashes
 * @param takes what follows it
 * @param label what its value is called in help; empty if it takes none
 * @param description what it does
 * @param environment the variable that replaces it; empty if there is none
 * @param group the title of the group that help shows it in; empty for the flags of the command
 *     alone
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

  /** The same flag in the group of this title. */
  Flag in(String title) {
    return new Flag(names, takes, label, description, environment, title, hidden);
  }

  /** The same flag, left out of help. */
  public Flag hide() {
    return new Flag(names, takes, label, description, environment, group, true);
  }

  /** Whether a value follows. */
  public boolean takesValue() {
    return takes != Takes.NOTHING;
  }

  /** Its longest name, without dashes. */
  public String longestName() {
    String longest = names.get(0);
    for (String name : names) {
      longest = name.length() > longest.length() ? name : longest;
    }
    return longest;
  }

  /** Its names as they are documented, letters first: {@code -i}, {@code --in-place}. */
  public List<String> documentedNames() {
    List<String> letters = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String name : names) {
      (name.length() == 1 ? letters : words).add(Options.documented(name));
    }
    letters.addAll(words);
    return letters;
  }

  /** What it does, and what replaces it, in one line. */
  public String explanation() {
    String text = description.text();
    return environment.isEmpty() ? text : text + ". Default: $" + environment;
  }
}
