package dev.sealconf.envelope.metadata;

import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.WrappedGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code sops} block of a sealed file ({@code docs/format.md §3}). Only the seal confirms it;
 * the MAC does not.
 *
 * @param groups the wrapped data key, for each group of master keys
 * @param terms how the file is sealed; its groups are always those of the wrapped keys
 * @param lastModified RFC 3339 in whole seconds, as SOPS prints it again: the MAC's additional data
 * @param mac the MAC's token; empty if there is none
 * @param seal the {@code sealconf} field
 */
public record Metadata(
    List<WrappedGroup> groups,
    Terms terms,
    String lastModified,
    String mac,
    String version,
    Optional<String> seal) {
  /** The release of SOPS whose format we write, for the {@code version} field. */
  public static final String FORMAT_VERSION = "3.13.3";

  public Metadata {
    List<KeyGroup> masterKeys = new ArrayList<>();
    for (WrappedGroup group : groups) {
      masterKeys.add(group.group());
    }
    terms = terms.withGroups(masterKeys, terms.threshold());
  }

  /** Returns how many groups are needed to open the file; 0 if it stores no threshold. */
  public int threshold() {
    return terms.threshold();
  }

  /** Returns which values are sealed. */
  public Selection selection() {
    return terms.selection();
  }

  /** Returns whether the MAC covers sealed values only. */
  public boolean macOnlyEncrypted() {
    return terms.macOnlyEncrypted();
  }

  /** Returns this metadata with another seal, or none. */
  public Metadata withSeal(Optional<String> other) {
    return new Metadata(groups, terms, lastModified, mac, version, other);
  }

  /** Returns this metadata for other groups, without a seal. */
  public Metadata withGroups(List<WrappedGroup> others, int otherThreshold) {
    Terms changed = terms.withGroups(List.of(), otherThreshold);
    return new Metadata(others, changed, lastModified, mac, version, Optional.empty());
  }
}
