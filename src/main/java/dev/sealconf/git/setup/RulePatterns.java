package dev.sealconf.git.setup;

import dev.sealconf.config.ConfigFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The patterns that the creation rules of a {@code .sops.yaml} at the top of a work tree come to.
 *
 * @param patterns in the syntax of {@code gitattributes(5)}
 * @param untold the rules that can't be written as patterns, from 1
 */
record RulePatterns(List<String> patterns, List<Integer> untold) {

  /** Reads the rules of this file; there are none if its paths don't start at the top. */
  static RulePatterns of(Optional<ConfigFile> config, Path top) {
    List<String> patterns = new ArrayList<>();
    List<Integer> untold = new ArrayList<>();
    if (config.isPresent() && top.equals(config.get().file().getParent())) {
      List<Optional<String>> expressions = config.get().pathExpressions();
      for (int i = 0; i < expressions.size(); i++) {
        List<String> made = expressions.get(i).map(PathExpression::patterns).orElse(List.of());
        patterns.addAll(made);
        if (made.isEmpty()) {
          untold.add(i + 1);
        }
      }
    }
    return new RulePatterns(patterns.stream().distinct().toList(), untold);
  }
}
