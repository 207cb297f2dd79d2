package dev.sealconf.operation.guard;

import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.keys.KeyGroup;
import java.util.List;

/**
 * What one creation rule says of a file. Each method throws a {@link
 * dev.sealconf.error.SealconfException} that names the place in the configuration file if its part
 * of the rule can't be read: a malformed recipient, two selection fields, or a kind of key without
 * a provider.
 */
public interface RuleTerms {

  /** Which values the rule encrypts; the default where it says nothing. */
  Selection selection();

  /** Whether the MAC covers encrypted values only. */
  boolean macOnlyEncrypted();

  /** The recipients. */
  List<KeyGroup> groups();

  /** Groups needed to open a file, 0 if the rule does not say. */
  int threshold();
}
