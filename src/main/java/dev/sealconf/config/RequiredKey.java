package dev.sealconf.config;

import com.google.re2j.Pattern;
import dev.sealconf.error.Location;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A key that must have a value before a program starts ({@code docs/variables.md §required keys}).
 *
 * @param name the name of the variable, or the keys on the way to the value with dots between them
 * @param type what the value must be
 * @param pattern matches the whole value; empty for any
 * @param minLength the fewest characters (code points) of the value; empty for one
 * @param placeholder whether a value such as {@code changeme} is accepted
 * @param where the line that requires it
 */
public record RequiredKey(
    String name,
    ValueType type,
    Optional<Pattern> pattern,
    OptionalInt minLength,
    boolean placeholder,
    Location where) {

  /** A key that must be there, with any value but a placeholder. */
  public static RequiredKey named(String name, Location where) {
    return new RequiredKey(
        name, ValueType.STRING, Optional.empty(), OptionalInt.empty(), false, where);
  }
}
