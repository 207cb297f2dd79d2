package dev.sealconf.envelope.metadata;

import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.keys.KeyGroup;
import java.util.List;

/**
 * How a file is sealed: as requested by flags and a creation rule, or as the file itself says.
 *
 * @param groups who can open it
 * @param threshold groups needed to open it; 0 to store none
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

  /** When to write the {@code sealconf} field. */
  public enum SealPolicy {
    /** Always. */
    ALWAYS,
    /** Never; a file that could not be restored byte for byte is refused. */
    NEVER,
    /**
     * Only if the file could not be restored byte for byte without it: for a change of a file that
     * has none.
     */
    WHEN_NEEDED
  }

  /** Returns these terms with other groups. */
  public Terms withGroups(List<KeyGroup> others, int otherThreshold) {
    return new Terms(others, otherThreshold, selection, macOnlyEncrypted, seal);
  }

  /** Returns these terms with another policy for the seal. */
  public Terms with(SealPolicy other) {
    return new Terms(groups, threshold, selection, macOnlyEncrypted, other);
  }

  /** Returns how many groups are needed to open the file. */
  public int groupsNeeded() {
    return groups.size() < 2 ? 1 : threshold == 0 ? groups.size() : threshold;
  }
}
