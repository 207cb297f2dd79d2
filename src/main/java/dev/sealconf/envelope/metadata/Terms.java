package dev.sealconf.envelope.metadata;

import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.keys.KeyGroup;
import java.util.List;

/**
 * How a file is sealed: what flags and a creation rule ask for, and what the file itself says.
 *
 * @param groups who can open it
 * @param threshold groups needed to open it, 0 if not said
 * @param selection which values are sealed
 * @param macOnlyEncrypted whether the MAC covers sealed values only
 * @param seal when the {@code sealconf} field is written
 */
public record Terms(
    List<KeyGroup> groups,
    int threshold,
    Selection selection,
    boolean macOnlyEncrypted,
    SealPolicy seal) {

  /** When the {@code sealconf} field is written. */
  public enum SealPolicy {
    /** Always. */
    ALWAYS,
    /** Never; a file that would not come back byte for byte is refused. */
    NEVER,
    /**
     * Only if the file would not come back byte for byte without it: for a change of a file that
     * has none.
     */
    WHEN_NEEDED
  }

  /** The same for other groups. */
  public Terms withGroups(List<KeyGroup> others, int otherThreshold) {
    return new Terms(others, otherThreshold, selection, macOnlyEncrypted, seal);
  }

  /** The same with another policy for the seal. */
  public Terms with(SealPolicy other) {
    return new Terms(groups, threshold, selection, macOnlyEncrypted, other);
  }

  /** How many groups have to come together to open the file. */
  public int groupsNeeded() {
    return groups.size() < 2 ? 1 : threshold == 0 ? groups.size() : threshold;
  }
}
