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

/** Makes the recipients of a sealed file those of its creation rule. */
public final class UpdateKeys {
  private final World world;
  private final KeyRing keys;

  /** Opens and seals files with this ring. */
  public UpdateKeys(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * What there is to change; found out without any key.
   *
   * @param groups the rule's groups
   * @param threshold the rule's; 0 leaves the file's own, as far as the groups allow
   * @throws SealconfException with 1 if the file is not a sealed one
   */
  public GroupChange plan(Input input, List<KeyGroup> groups, int threshold) {
    Metadata metadata = new MetadataReader(keys.providers()).read(SealedReader.read(input));
    return GroupChange.toRule(metadata, groups, threshold, keys.providers());
  }

  /** Whether what the file seals is decided otherwise than its rule says; that stays so. */
  public boolean keepsOtherSelection(Input input, Selection rule) {
    Metadata metadata = new MetadataReader(keys.providers()).read(SealedReader.read(input));
    return !input.format().encryptsWhole()
        && !SameRecipe.selection(metadata.selection()).equals(SameRecipe.selection(rule));
  }

  /**
   * The sealed file after a change that was planned and agreed to.
   *
   * @throws SealconfException with 3 if the file has other recipients than when it was planned,
   *     with 25, 51 or 128 if it does not open
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
