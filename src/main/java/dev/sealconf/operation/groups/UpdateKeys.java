package dev.sealconf.operation.groups;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.Location;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.SameRecipe;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.SealedReader;
import dev.sealconf.operation.file.Strictness;
import java.util.List;

/** Changes the recipients of a sealed file to those of its creation rule. */
public final class UpdateKeys {
  private final World world;
  private final KeyRing keys;

  /** Opens and seals files with this key ring. */
  public UpdateKeys(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * Returns what would change, without using a key.
   *
   * @param groups the rule's groups
   * @param threshold the rule's threshold; 0 keeps the file's, as far as the groups allow
   * @throws SealconfException with exit code 1 if the file is not sealed
   */
  public GroupChange plan(Input input, List<KeyGroup> groups, int threshold) {
    Metadata metadata = new MetadataReader(keys.providers()).read(SealedReader.read(input));
    return GroupChange.toRule(metadata, groups, threshold, keys.providers());
  }

  /**
   * Returns whether the file's selection differs from its rule's. The update doesn't change the
   * selection.
   */
  public boolean keepsOtherSelection(Input input, Selection rule) {
    Metadata metadata = new MetadataReader(keys.providers()).read(SealedReader.read(input));
    return !input.format().encryptsWhole()
        && !SameRecipe.selection(metadata.selection()).equals(SameRecipe.selection(rule));
  }

  /**
   * Returns the sealed file after a planned and accepted change.
   *
   * @throws SealconfException with exit code 3 if the file's recipients changed since the plan,
   *     with 25, 51 or 128 if it can't be opened
   */
  public byte[] run(Input input, Strictness strictness, GroupChange agreed) {
    try (OpenedFile old = OpenedFile.open(world, keys, input, strictness)) {
      GroupChange now = GroupChange.of(old.metadata(), agreed.newGroups(), agreed.newThreshold());
      if (!now.equals(agreed)) {
        throw new OutputFailure.NotWritten("the file's recipients were changed in the meantime")
            .at(Location.of(input.source().name()))
            .hint("try again");
      }
      return old.regroup(agreed);
    }
  }
}
