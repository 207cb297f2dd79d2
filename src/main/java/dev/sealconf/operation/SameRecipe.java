package dev.sealconf.operation;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.operation.groups.KeyIdentity;
import dev.sealconf.operation.groups.MeantKeys;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells whether a sealed file was made by a recipe: then sealing over it keeps its data key. */
public final class SameRecipe {
  private SameRecipe() {}

  static boolean holds(Recipe recipe, Metadata metadata, KeyProviders providers) {
    return groups(new MeantKeys(providers).settled(recipe.groups(), metadata))
            .equals(groups(metadata.groups().stream().map(WrappedGroup::group).toList()))
        && threshold(recipe.threshold(), recipe.groups().size())
            == threshold(metadata.threshold(), metadata.groups().size())
        && recipe.macOnlyEncrypted() == metadata.macOnlyEncrypted()
        && selection(recipe.selection()).equals(selection(metadata.selection()));
  }

  private static int threshold(int said, int groups) {
    return groups < 2 ? 0 : said == 0 ? groups : said;
  }

  /** The rule that holds: the default where nothing is said. */
  public static Selection selection(Selection selection) {
    return selection.equals(Selection.UNSAID) ? Selection.DEFAULT : selection;
  }

  private static List<Set<String>> groups(List<KeyGroup> groups) {
    return groups.stream()
        .map(g -> g.masterKeys().stream().map(KeyIdentity::of).collect(Collectors.toSet()))
        .toList();
  }
}
