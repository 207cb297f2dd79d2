package dev.sealconf.git.filter;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.WrappedKey;
import java.nio.charset.StandardCharsets;

/**
 * Identifies what a file is encrypted with: its recipients, its rules and, for an encrypted file,
 * its wrapped data keys. A blob from before a rotation has another print, so it never comes back.
 */
final class TermsPrint {
  private TermsPrint() {}

  /** Identifies what an encrypted file is encrypted with. */
  static byte[] of(Metadata metadata) {
    StringBuilder text = new StringBuilder("file\n");
    for (WrappedGroup group : metadata.groups()) {
      text.append("group\n");
      for (WrappedKey key : group.keys()) {
        append(text, key.masterKey());
        text.append(key.enc()).append('\n');
      }
    }
    return print(text, metadata.terms());
  }

  /** Identifies what a new file on these terms is encrypted with. */
  static byte[] of(Terms terms) {
    StringBuilder text = new StringBuilder("terms\n");
    for (KeyGroup group : terms.groups()) {
      text.append("group\n");
      group.masterKeys().forEach(key -> append(text, key));
    }
    return print(text.append(terms.seal()).append('\n'), terms);
  }

  private static void append(StringBuilder text, MasterKey key) {
    text.append(key.provider()).append('\n').append(key.name()).append('\n');
  }

  private static byte[] print(StringBuilder text, Terms terms) {
    text.append(terms.threshold()).append('\n');
    text.append(terms.selection().kind()).append('\n').append(terms.selection().argument());
    text.append('\n').append(terms.macOnlyEncrypted());
    return Primitives.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
