package dev.sealconf.operation;

import dev.sealconf.operation.guard.Concerns;
import dev.sealconf.operation.guard.RuleTerms;
import java.util.List;
import java.util.Set;

/**
 * What the repository's creation rules say about a file. SOPS's MAC doesn't cover a file's own
 * metadata, so sealconf compares the metadata with the rules before a write that depends on it
 * ({@code docs/security.md §recipients}).
 *
 * @param rules the rules of the configuration in use and of the configuration nearest to the file,
 *     if they exist; the file must agree with each
 * @param agreed whether the user has accepted everything in advance
 * @param accepted what the user was shown and has accepted in this file
 * @param asksWithoutRule whether the user must confirm the recipients if no rule matches the file
 */
public record Policy(
    List<RuleTerms> rules, boolean agreed, Set<Concerns> accepted, boolean asksWithoutRule) {

  /** A policy without rules to compare with. */
  public static final Policy NONE = new Policy(List.of(), false, Set.of(), false);
}
