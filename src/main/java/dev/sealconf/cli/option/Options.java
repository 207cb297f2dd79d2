package dev.sealconf.cli.option;

import java.util.List;

/**
 * Creates flags with Go's syntax: one dash or two, {@code --flag value} or {@code --flag=value}, no
 * combined letters, the last one wins. A declaration is only data, so it adds nothing to the
 * program's start.
 */
public final class Options {
  /** The name of the program. */
  public static final String PROGRAM = "sealconf";

  private static final Description NONE = Description.of("");

  private Options() {}

  /** Creates an empty command with this name, ready for flags. */
  public static CommandSpec command(String name, String summary) {
    return new CommandSpec(name, summary);
  }

  /** Creates a flag without a value; {@code names} have no dashes. */
  public static Flag flag(String description, String... names) {
    return made(Takes.NOTHING, "", Description.of(description), "", names);
  }

  /** Creates a flag with a value; {@code names} have no dashes. */
  public static Flag value(String label, String description, String... names) {
    return value(label, Description.of(description), names);
  }

  /** Creates a flag with a value. Its description is made only when help asks for it. */
  public static Flag value(String label, Description description, String... names) {
    return made(Takes.VALUE, label, description, "", names);
  }

  /** Like {@link #value}, but may be repeated; its text joins all values with commas. */
  public static Flag values(String label, String description, String... names) {
    return made(Takes.VALUES, label, Description.of(description), "", names);
  }

  /** Like {@link #value}, but uses an environment variable if the flag is not given. */
  public static Flag valueOr(
      String environment, String label, String description, String... names) {
    return made(Takes.VALUE, label, Description.of(description), environment, names);
  }

  /** Like {@link #valueOr}, but may be repeated. */
  public static Flag valuesOr(
      String environment, String label, String description, String... names) {
    return made(Takes.VALUES, label, Description.of(description), environment, names);
  }

  private static Flag made(
      Takes takes, String label, Description description, String environment, String... names) {
    return new Flag(List.of(names), takes, label, description, environment, "", false);
  }

  /** Declares the arguments of a command. */
  public static Words words(String label, String description) {
    return new Words(label, Description.of(description), NONE);
  }

  /** Declares an argument with choices, separated by {@code |}; completion suggests them. */
  public static Words choice(String label, Description description, Description offered) {
    return new Words(label, description, offered);
  }

  /** Returns {@code -x} or {@code --word} for a name without dashes. */
  public static String documented(String bare) {
    return bare.length() == 1 ? "-" + bare : "--" + bare;
  }

  /** Returns a name without its dashes. */
  public static String bare(String name) {
    return name.startsWith("--") ? name.substring(2) : name.substring(1);
  }
}
