package dev.sealconf.envelope.metadata;

import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.keys.WrappedGroup;
import java.util.List;
import java.util.Optional;

/**
 * The {@code sops} block of a sealed file ({@code docs/format.md §3}). Only the seal, not the MAC,
 * vouches for it.
 *
 * @param threshold groups needed to open the file, 0 if not said
 * @param lastModified RFC 3339 in whole seconds, as SOPS prints it again: the MAC's additional data
 * @param mac the MAC's token, empty if there is none
 * @param seal the {@code sealconf} field
 */
public record Metadata(
    List<WrappedGroup> groups,
    int threshold,
    Selection selection,
    boolean macOnlyEncrypted,
    String lastModified,
    String mac,
    String version,
    Optional<String> seal) {

  /** The release of SOPS whose format we write: what the {@code version} field says. */
  public static final String FORMAT_VERSION = "3.13.3";

  public Metadata withSeal(Optional<String> other) {
    return new Metadata(
        groups, threshold, selection, macOnlyEncrypted, lastModified, mac, version, other);
  }

  public Metadata withGroups(List<WrappedGroup> others, int otherThreshold) {
    return new Metadata(
        others,
        otherThreshold,
        selection,
        macOnlyEncrypted,
        lastModified,
        mac,
        version,
        Optional.empty());
  }

  Metadata withMac(String newLastModified, String newMac) {
    return new Metadata(
        groups, threshold, selection, macOnlyEncrypted, newLastModified, newMac, version, seal);
  }
}
