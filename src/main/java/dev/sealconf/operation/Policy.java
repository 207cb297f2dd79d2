package dev.sealconf.operation;

import dev.sealconf.operation.guard.Concerns;
import dev.sealconf.operation.guard.RuleTerms;
import java.util.List;
import java.util.Set;

/**
 * What the repository's creation rules say of a file. A file's own metadata is not covered by
 * SOPS's MAC, so a write that would act on it is compared with this ({@code docs/security.md
 * §recipients}).
 *
 * @param rules the rule of the configuration in use and that of the configuration nearest to the
 *     file, as far as there are such; the file has to agree with each
 * @param agreed whether the user has accepted everything beforehand
 * @param accepted what the user was shown and has accepted in this file
 * @param asksWithoutRule whether recipients need a yes where no rule is for the file
 */
public record Policy(
    List<RuleTerms> rules, boolean agreed, Set<Concerns> accepted, boolean asksWithoutRule) {

  /** No rule to hold anything against. */
  public static final Policy NONE = new Policy(List.of(), false, Set.of(), false);
}
