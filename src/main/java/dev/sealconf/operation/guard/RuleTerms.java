package dev.sealconf.operation.guard;

import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.keys.KeyGroup;
import java.util.List;

/**
 * What one creation rule says about a file. Each method throws a {@link
 * dev.sealconf.error.SealconfException} that has the location in the configuration file if its part
 * of the rule can't be read: a malformed recipient, two selection fields, or a kind of key without
 * a provider.
 */
public interface RuleTerms {

  /** Returns which values the rule encrypts; the default if it says nothing. */
  Selection selection();

  /** Returns whether the MAC covers only encrypted values. */
  boolean macOnlyEncrypted();

  /** Returns the recipients. */
  List<KeyGroup> groups();

  /** Returns how many groups are needed to open a file; 0 if the rule does not say. */
  int threshold();
}
