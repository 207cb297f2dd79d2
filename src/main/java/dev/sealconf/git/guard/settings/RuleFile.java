package dev.sealconf.git.guard.settings;

import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.CreationRule;
import dev.sealconf.git.guard.finding.FileVersion;
import java.util.Optional;

/**
 * One {@code .sops.yaml}.
 *
 * @param file where it is
 */
record RuleFile(FileVersion file, ConfigFile config) {

  /** Returns whether the path is in its folder, or in a folder below. */
  boolean covers(String path) {
    return path.startsWith(folder());
  }

  /** Returns the rule for a path that the file covers. */
  Optional<CreationRule> rule(String path) {
    return config.firstRuleFor(FileVersion.text(path.substring(folder().length())));
  }

  /**
   * Returns whether a rule says that a path must be encrypted: it names paths, and not all of them.
   * A rule without {@code path_regex}, or with one like {@code .*}, only says how files are
   * encrypted.
   */
  static boolean demands(CreationRule rule) {
    return rule.pathRegex().isPresent() && rule.matchedPart("").isEmpty();
  }

  /** Returns how messages name a rule, such as {@code rule 2 of .sops.yaml}. */
  String name(CreationRule rule) {
    return "rule " + rule.number() + " of " + file.word();
  }

  private String folder() {
    return FileVersion.folder(file.path());
  }
}
