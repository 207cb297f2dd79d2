package dev.sealconf.git.guard.settings;

import dev.sealconf.config.CreationRule;
import java.util.Optional;

/**
 * What is demanded of a path.
 *
 * @param exempt whether it is plain on purpose, so that nothing is checked
 * @param reason why it must be encrypted, such as {@code rule 2 of .sops.yaml}; empty if it need
 *     not be
 * @param always whether it must be encrypted whatever it holds; otherwise only if the rule selects
 *     a value in it
 * @param filtered whether git's filter of this program works on it
 * @param rule the creation rule for it
 * @param requiresSeal whether an encrypted file must have a seal
 */
public record Demand(
    boolean exempt,
    String reason,
    boolean always,
    boolean filtered,
    Optional<CreationRule> rule,
    boolean requiresSeal) {

  /** Whether the path must be encrypted. */
  public boolean required() {
    return !reason.isEmpty();
  }

  /** The same, and also what {@code later} demands, but for the terms of this one's rule. */
  Demand and(Demand later) {
    return new Demand(
        exempt || later.exempt,
        required() ? reason : later.reason,
        always || later.always,
        filtered || later.filtered,
        rule,
        requiresSeal);
  }

  /** The same for a file that must be encrypted for this reason, whatever it holds. */
  public Demand because(String other) {
    return new Demand(exempt, other, true, filtered, rule, requiresSeal);
  }
}
