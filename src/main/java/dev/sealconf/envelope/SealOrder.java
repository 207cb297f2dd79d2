package dev.sealconf.envelope;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.envelope.spelling.Spelling;
import dev.sealconf.keys.WrappedGroup;
import java.util.List;
import java.util.Optional;

/**
 * What a document is sealed with.
 *
 * @param dataKey 32 bytes
 * @param threshold groups needed to open the file, 0 if not said
 * @param version the {@code version} field
 * @param now the {@code lastmodified} field, RFC 3339 in whole seconds
 * @param renewsTokens whether the data key is new, so that no token can be kept
 */
public record SealOrder(
    SecretBytes dataKey,
    List<WrappedGroup> groups,
    int threshold,
    Selection selection,
    boolean macOnlyEncrypted,
    Wish wish,
    String version,
    String now,
    boolean renewsTokens) {

  /** Whether the {@code sealconf} field is to be written. */
  public enum Wish {
    /** Always: what the settings ask for. */
    YES,
    /**
     * Never: what the settings forbid. A file that would not come back byte for byte is refused.
     */
    NO,
    /**
     * Only if the file would not come back byte for byte without it: a change of a file that has
     * none.
     */
    IF_NEEDED
  }

  Metadata metadata(String lastModified, String mac) {
    return new Metadata(
        groups,
        threshold,
        selection,
        macOnlyEncrypted,
        lastModified,
        mac,
        version,
        Optional.empty());
  }

  /** Whether a file that needs this spelling gets a seal. */
  boolean wants(Spelling spelling, Optional<OpenedDocument> previous) {
    return switch (wish) {
      case YES -> true;
      case NO -> false;
      case IF_NEEDED ->
          !spelling.isEmpty() || previous.filter(p -> p.metadata().seal().isPresent()).isPresent();
    };
  }
}
