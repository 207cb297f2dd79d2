package dev.sealconf.operation;

import dev.sealconf.envelope.Selection;
import dev.sealconf.keys.KeyGroup;
import java.util.List;
import java.util.Optional;

/**
 * What the repository's creation rule says of a file. A file's own metadata is not covered by
 * SOPS's MAC, so a write that would act on it is held against this ({@code docs/security.md
 * §recipients}).
 *
 * @param selection the rule's selection, empty if no rule is for the file
 * @param groups the rule's recipients, empty if no rule is for the file or its keys can't be told
 * @param agreed whether the user has said yes beforehand
 */
public record Policy(
    Optional<Selection> selection, Optional<List<KeyGroup>> groups, boolean agreed) {

  /** No rule to hold anything against. */
  public static final Policy NONE = new Policy(Optional.empty(), Optional.empty(), false);
}
