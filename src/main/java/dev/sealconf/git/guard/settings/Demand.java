package dev.sealconf.git.guard.settings;

import dev.sealconf.config.CreationRule;
import java.util.Optional;

/**
 * Says what is demanded of a path.
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

  /** Returns whether the path must be encrypted. */
  public boolean required() {
    return !reason.isEmpty();
  }

  /** Returns what this and {@code later} demand together, with the rule of this one. */
  Demand and(Demand later) {
    return new Demand(
        exempt || later.exempt,
        required() ? reason : later.reason,
        always || later.always,
        filtered || later.filtered,
        rule,
        requiresSeal);
  }

  /** Returns the same for a file that must be encrypted for this reason, whatever it holds. */
  public Demand because(String other) {
    return new Demand(exempt, other, true, filtered, rule, requiresSeal);
  }
}
