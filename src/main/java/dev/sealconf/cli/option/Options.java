package dev.sealconf.cli.option;

import java.util.List;

/**
 * Makes flags that follow Go's syntax: one dash or two, {@code --flag value} or {@code
 * --flag=value}, no clusters, the last one wins. A declaration is data alone, so that it costs
 * nothing when the program starts.
 */
public final class Options {
  /** The name of the program. */
  public static final String PROGRAM = "sealconf";

  private static final Description NONE = Description.of("");

  private Options() {}

  /** An empty command of this name, ready for flags. */
  public static CommandSpec command(String name, String summary) {
    return new CommandSpec(name, summary);
  }

  /** A flag that is there or not; {@code names} without dashes. */
  public static Flag flag(String description, String... names) {
    return made(Takes.NOTHING, "", Description.of(description), "", names);
  }

  /** A flag with a value; {@code names} without dashes. */
  public static Flag value(String label, String description, String... names) {
    return value(label, Description.of(description), names);
  }

  /** A flag with a value, described by a text that is made when help asks for it. */
  public static Flag value(String label, Description description, String... names) {
    return made(Takes.VALUE, label, description, "", names);
  }

  /** Like {@link #value}, may be given more than once; its text is all of them with commas. */
  public static Flag values(String label, String description, String... names) {
    return made(Takes.VALUES, label, Description.of(description), "", names);
  }

  /** Like {@link #value}, taken from an environment variable if not given. */
  public static Flag valueOr(
      String environment, String label, String description, String... names) {
    return made(Takes.VALUE, label, Description.of(description), environment, names);
  }

  /** Like {@link #valueOr}, and may be given several times. */
  public static Flag valuesOr(
      String environment, String label, String description, String... names) {
    return made(Takes.VALUES, label, Description.of(description), environment, names);
  }

  private static Flag made(
      Takes takes, String label, Description description, String environment, String... names) {
    return new Flag(List.of(names), takes, label, description, environment, "", false);
  }

  /** The words of a command that are not flags. */
  public static Words words(String label, String description) {
    return new Words(label, Description.of(description), NONE);
  }

  /** Words to choose from, with {@code |} between them; completion offers them. */
  public static Words choice(String label, Description description, Description offered) {
    return new Words(label, description, offered);
  }

  /** {@code -x} or {@code --word} for a name without dashes. */
  public static String documented(String bare) {
    return bare.length() == 1 ? "-" + bare : "--" + bare;
  }

  /** A name without its dashes. */
  public static String bare(String name) {
    return name.startsWith("--") ? name.substring(2) : name.substring(1);
  }
}
