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
 * What a caller asks for beyond what the environment and {@code .sops.yaml} say: options by the
 * names that the command line documents, without dashes, and the words that are no options.
 *
 * @param options the values of each option that was given, in order; {@code true} or {@code false}
 *     for a flag
 * @param program the program to run, and its arguments
 */
public record Overrides(
    Map<String, List<String>> options, List<String> words, List<String> program) {

  /** Nothing beyond environment and configuration. */
  public static final Overrides NONE = new Overrides(Map.of(), List.of());

  public Overrides {
    options = Map.copyOf(options);
    words = List.copyOf(words);
    program = List.copyOf(program);
  }

  /** Options and words, and no program. */
  public Overrides(Map<String, List<String>> options, List<String> words) {
    this(options, words, List.of());
  }

  /** The same with a program to run. */
  public Overrides with(List<String> otherProgram) {
    return new Overrides(options, words, otherProgram);
  }

  /** These words, such as names of files, and no options. */
  public static Overrides of(String... words) {
    return new Overrides(Map.of(), List.of(words));
  }

  /** The same with one more option, or with another value for one that was given. */
  public Overrides with(String name, String value) {
    Map<String, List<String>> more = new HashMap<>(options);
    more.put(name, List.of(value));
    return new Overrides(more, words, program);
  }

  /** Whether a flag was given (and not as {@code =false}). */
  public boolean on(String name) {
    return options.getOrDefault(name, List.of()).contains("true");
  }

  /** Whether an option was given at all. */
  public boolean isGiven(String name) {
    return options.containsKey(name);
  }

  /** The value of an option, if it was given; several values with commas between them. */
  public Optional<String> text(String name) {
    List<String> values = options.get(name);
    return values == null ? Optional.empty() : Optional.of(String.join(",", values));
  }

  /** The values of an option that may be given several times, in order. */
  public List<String> texts(String name) {
    return new ArrayList<>(options.getOrDefault(name, List.of()));
  }

  /** The value of an option, or of the environment variable that replaces it. */
  public Optional<String> textOr(String name, String environment, World world) {
    Optional<String> text = text(name);
    return text.isPresent() ? text : world.variable(environment);
  }

  /**
   * The value of an option as a number.
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
