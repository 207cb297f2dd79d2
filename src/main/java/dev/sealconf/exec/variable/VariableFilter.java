package dev.sealconf.exec.variable;

import dev.sealconf.error.NearestWord;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Selects variables by name. A variable is wanted if a name in {@code only} matches it, or {@code
 * only} is empty, and no name in {@code except} matches it. An option's value may hold several
 * names separated by commas, and {@code *} in a name matches any characters.
 */
public final class VariableFilter {
  private final List<String> only;
  private final List<String> except;

  /** Takes the values of the two options. */
  public VariableFilter(List<String> only, List<String> except) {
    this.only = split(only);
    this.except = split(except);
  }

  private static List<String> split(List<String> values) {
    List<String> names = new ArrayList<>();
    for (String value : values) {
      for (String name : value.split(",")) {
        if (!name.isBlank()) {
          names.add(name.strip());
        }
      }
    }
    return names;
  }

  /**
   * Checks that each name and pattern in both lists matches a variable. Otherwise a typing mistake
   * could silently withhold a variable that a program needs, or hand over one that it must not get.
   *
   * @param names the names of all variables, wanted or not
   * @throws NotFound for the first name that matches none
   */
  void check(Collection<String> names) {
    for (String pattern : only) {
      check(pattern, names);
    }
    for (String pattern : except) {
      check(pattern, names);
    }
  }

  private static void check(String pattern, Collection<String> names) {
    if (names.stream().noneMatch(name -> matches(pattern, name))) {
      SealconfException missing =
          new NotFound("no file has the variable " + Printable.quote(pattern));
      throw NearestWord.of(pattern, names)
          .map(near -> missing.hint("did you mean " + Printable.quote(near) + "?"))
          .orElse(missing);
    }
  }

  /** Returns whether the variable with this name is wanted. */
  boolean wants(String name) {
    return (only.isEmpty() || only.stream().anyMatch(pattern -> matches(pattern, name)))
        && except.stream().noneMatch(pattern -> matches(pattern, name));
  }

  /**
   * Returns whether a name matches the pattern. Takes time proportional to the product of their
   * lengths at most.
   */
  static boolean matches(String pattern, String name) {
    int star = -1;
    int resumed = 0;
    int p = 0;
    int n = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resumed = n;
      } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resumed;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
