package dev.sealconf.exec.variable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What encrypted files hold for a program.
 *
 * @param variables the variables, each name once, in the order in which names first appear
 * @param chosen the values that the user chose one by one. They are not variables, and may hold
 *     bytes that a variable can't hold. A value that no file has is missing here.
 */
public record FileVariables(List<Variable> variables, Map<ValueChoice, Variable> chosen) {

  /** Copies both. */
  public FileVariables {
    variables = List.copyOf(variables);
    chosen = new LinkedHashMap<>(chosen);
  }
}
