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

/** Compares values with what is required of them. Messages have names, never values. */
public final class RequiredCheck {
  private final List<RequiredKey> keys;
  private final String separator;

  /**
   * For these keys.
   *
   * @param separator what joins the keys of nested values in the names of variables
   */
  public RequiredCheck(List<RequiredKey> keys, String separator) {
    this.keys = keys;
    this.separator = separator;
  }

  /** What a value is known to be without a key of the file. */
  public enum Presence {
    EMPTY,
    SET
  }

  /**
   * Checks that each key is there and not empty.
   *
   * @param known what is known of each variable, by name
   * @throws RequiredKeyFailure that names all keys which are not
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
   * Checks all that is required of the values.
   *
   * @param values the values by name
   * @throws RequiredKeyFailure that names all keys whose values fall short
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

  /** The name of the variable that a key means: dots are between the keys of a nested value. */
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
