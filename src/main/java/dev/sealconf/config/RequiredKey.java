package dev.sealconf.config;

import com.google.re2j.Pattern;
import dev.sealconf.error.Location;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A key that must have a value before a program starts ({@code docs/variables.md §required keys}).
 *
 * @param name the name of the variable, or the keys on the path to the value, separated by dots
 * @param type the type that the value must have
 * @param pattern a pattern for the whole value; empty for any
 * @param minLength the minimum length of the value in code points; empty for 1
 * @param placeholder whether to accept a value such as {@code changeme}
 * @param where the line that requires it
 */
public record RequiredKey(
    String name,
    ValueType type,
    Optional<Pattern> pattern,
    OptionalInt minLength,
    boolean placeholder,
    Location where) {

  /** Creates a key that must exist, with any value except a placeholder. */
  public static RequiredKey named(String name, Location where) {
    return new RequiredKey(
        name, ValueType.STRING, Optional.empty(), OptionalInt.empty(), false, where);
  }
}
