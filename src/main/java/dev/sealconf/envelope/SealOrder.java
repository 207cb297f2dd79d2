package dev.sealconf.envelope;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.envelope.spelling.Spelling;
import dev.sealconf.keys.WrappedGroup;
import java.util.List;
import java.util.Optional;

/**
 * Everything needed to seal a document.
 *
 * @param dataKey 32 bytes
 * @param groups the data key, wrapped for the groups of the terms
 * @param version the {@code version} field
 * @param now the {@code lastmodified} field, RFC 3339 in whole seconds
 * @param renewsTokens whether the data key is new, so that no token can be kept
 */
public record SealOrder(
    SecretBytes dataKey,
    List<WrappedGroup> groups,
    Terms terms,
    String version,
    String now,
    boolean renewsTokens) {

  Selection selection() {
    return terms.selection();
  }

  boolean macOnlyEncrypted() {
    return terms.macOnlyEncrypted();
  }

  Metadata metadata(String lastModified, String mac) {
    return new Metadata(groups, terms, lastModified, mac, version, Optional.empty());
  }

  /** Returns whether a file with this spelling gets a seal. */
  boolean wants(Spelling spelling, Optional<OpenedDocument> previous) {
    return switch (terms.seal()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case WHEN_NEEDED ->
          !spelling.isEmpty() || previous.filter(p -> p.metadata().seal().isPresent()).isPresent();
    };
  }
}
