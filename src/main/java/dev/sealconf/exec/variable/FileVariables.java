package dev.sealconf.exec.variable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What encrypted files hold for a program.
 *
 * @param variables the variables, each name once, in the order in which names first appear
 * @param chosen the values that were chosen one by one, which are no variables and may hold bytes
 *     that a variable can't; without those that no file has
 */
public record FileVariables(List<Variable> variables, Map<ValueChoice, Variable> chosen) {

  /** A copy of what it gets. */
  public FileVariables {
    variables = List.copyOf(variables);
    chosen = new LinkedHashMap<>(chosen);
  }
}
