package dev.sealconf.session;

import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Options and arguments that override the environment and {@code .sops.yaml}. Option names are the
 * documented ones, without dashes.
 *
 * @param options the values of each given option, in order; {@code true} or {@code false} for a
 *     flag
 * @param words the arguments that are not options
 * @param program the program to run, and its arguments
 */
public record Overrides(
    Map<String, List<String>> options, List<String> words, List<String> program) {

  /** Overrides nothing. */
  public static final Overrides NONE = new Overrides(Map.of(), List.of());

  public Overrides {
    options = Map.copyOf(options);
    words = List.copyOf(words);
    program = List.copyOf(program);
  }

  /** Creates overrides without a program to run. */
  public Overrides(Map<String, List<String>> options, List<String> words) {
    this(options, words, List.of());
  }

  /** Returns these overrides with a program to run. */
  public Overrides with(List<String> otherProgram) {
    return new Overrides(options, words, otherProgram);
  }

  /** Returns overrides with these words, such as file names, and no options. */
  public static Overrides of(String... words) {
    return new Overrides(Map.of(), List.of(words));
  }

  /** Returns these overrides with one option added or replaced. */
  public Overrides with(String name, String value) {
    Map<String, List<String>> more = new HashMap<>(options);
    more.put(name, List.of(value));
    return new Overrides(more, words, program);
  }

  /** Returns these overrides with one more value of a repeatable option. */
  public Overrides and(String name, String value) {
    List<String> values = texts(name);
    values.add(value);
    Map<String, List<String>> more = new HashMap<>(options);
    more.put(name, List.copyOf(values));
    return new Overrides(more, words, program);
  }

  /** Returns whether a flag was given, other than as {@code =false}. */
  public boolean on(String name) {
    return options.getOrDefault(name, List.of()).contains("true");
  }

  /** Returns whether an option was given. */
  public boolean isGiven(String name) {
    return options.containsKey(name);
  }

  /** Returns the value of an option if it was given; several values are joined with commas. */
  public Optional<String> text(String name) {
    List<String> values = options.get(name);
    return values == null ? Optional.empty() : Optional.of(String.join(",", values));
  }

  /** Returns the values of a repeatable option, in order. */
  public List<String> texts(String name) {
    return new ArrayList<>(options.getOrDefault(name, List.of()));
  }

  /** Returns the value of an option; if it is not given, the value of the environment variable. */
  public Optional<String> textOr(String name, String environment, World world) {
    Optional<String> text = text(name);
    return text.isPresent() ? text : world.variable(environment);
  }

  /**
   * Returns the value of an option as a number.
   *
   * @throws UsageFailure.Mistake if it is not a number
   */
  public OptionalInt number(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(text.get()));
    } catch (NumberFormatException e) {
      throw new UsageFailure.Mistake(
              "the value of --" + name + " is not a number: " + Printable.quote(text.get()))
          .from(e);
    }
  }
}
