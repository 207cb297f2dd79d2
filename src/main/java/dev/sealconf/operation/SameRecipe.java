package dev.sealconf.operation;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.operation.groups.KeyIdentity;
import dev.sealconf.operation.groups.KeyMatcher;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether a sealed file was made by a recipe. If so, sealing over the file keeps its data
 * key.
 */
public final class SameRecipe {
  private SameRecipe() {}

  /** Returns whether a file with this metadata was made with these terms. */
  public static boolean holds(Terms asked, Metadata metadata, KeyProviders providers) {
    Terms ofFile = metadata.terms();
    return groups(new KeyMatcher(providers).settled(asked.groups(), metadata))
            .equals(groups(ofFile.groups()))
        && asked.groupsNeeded() == ofFile.groupsNeeded()
        && asked.macOnlyEncrypted() == ofFile.macOnlyEncrypted()
        && selection(asked.selection()).equals(selection(ofFile.selection()));
  }

  /** Returns the rule that applies: the default if none is stored. */
  public static Selection selection(Selection selection) {
    return selection.equals(Selection.UNSAID) ? Selection.DEFAULT : selection;
  }

  private static List<Set<String>> groups(List<KeyGroup> groups) {
    return groups.stream()
        .map(g -> g.masterKeys().stream().map(KeyIdentity::of).collect(Collectors.toSet()))
        .toList();
  }
}
