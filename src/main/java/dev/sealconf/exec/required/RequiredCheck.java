package dev.sealconf.exec.required;

import dev.sealconf.config.RequiredKey;
import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.error.RequiredKeyFailure;
import dev.sealconf.exec.variable.VariableNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks values against the requirements for their keys. Messages have names, never values. */
public final class RequiredCheck {
  private final List<RequiredKey> keys;
  private final String separator;

  /**
   * Checks these keys.
   *
   * @param separator joins the keys of nested values in variable names
   */
  public RequiredCheck(List<RequiredKey> keys, String separator) {
    this.keys = keys;
    this.separator = separator;
  }

  /** What can be known about a value without a key that opens the file. */
  public enum Presence {
    EMPTY,
    SET
  }

  /**
   * Checks that each required key exists and is not empty.
   *
   * @param known what is known about each variable, by name
   * @throws RequiredKeyFailure that names every key that is missing or empty
   */
  public void presence(Map<String, Presence> known) {
    List<String> problems = new ArrayList<>();
    for (RequiredKey key : keys) {
      Presence presence = known.get(name(key));
      if (presence == null) {
        problems.add(problem(key, "is not set"));
      } else if (presence == Presence.EMPTY && key.minLength().orElse(1) > 0) {
        problems.add(problem(key, "is empty"));
      }
    }
    fail(problems);
  }

  /**
   * Checks the values against all requirements.
   *
   * @param values the values by name
   * @throws RequiredKeyFailure that names every key whose value does not meet them
   */
  public void values(Map<String, String> values) {
    List<String> problems = new ArrayList<>();
    for (RequiredKey key : keys) {
      Optional<String> problem =
          values.containsKey(name(key))
              ? fault(key, values.get(name(key)))
              : Optional.of("is not set");
      problem.ifPresent(text -> problems.add(problem(key, text)));
    }
    fail(problems);
  }

  private static Optional<String> fault(RequiredKey key, String value) {
    int length = value.codePointCount(0, value.length());
    int least = key.minLength().orElse(1);
    if (length == 0 && least > 0) {
      return Optional.of("is empty");
    } else if (length < least) {
      return Optional.of("is shorter than " + least + " characters");
    } else if (length > 0 && !key.type().holds(value)) {
      return Optional.of("is not " + key.type().description());
    } else if (key.pattern().isPresent() && !key.pattern().get().matcher(value).matches()) {
      return Optional.of("doesn't match its pattern");
    } else if (!key.placeholder() && Placeholder.is(value)) {
      return Optional.of("is still a placeholder");
    }
    return Optional.empty();
  }

  /** Returns the variable name for a key. Dots separate the keys of a nested value. */
  private String name(RequiredKey key) {
    return VariableNames.ofDotted(key.name(), separator);
  }

  private String problem(RequiredKey key, String what) {
    Location where = key.where();
    String place = Printable.plain(where.file()) + (where.line() > 0 ? ":" + where.line() : "");
    return Printable.plain(name(key)) + " " + what + " (required by " + place + ")";
  }

  private static void fail(List<String> problems) {
    if (problems.size() == 1) {
      throw new RequiredKeyFailure(problems.get(0));
    } else if (!problems.isEmpty()) {
      throw new RequiredKeyFailure(
          problems.size() + " required keys fail:\n  " + String.join("\n  ", problems));
    }
  }
}
