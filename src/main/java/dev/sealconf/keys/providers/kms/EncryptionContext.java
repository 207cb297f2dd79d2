package dev.sealconf.keys.providers.kms;

import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parses the encryption context that the user types: {@code KEY:VALUE,KEY:VALUE}. */
public final class EncryptionContext {
  private EncryptionContext() {}

  /**
   * Parses the pairs in a text, which may be empty.
   *
   * @throws SealconfException a {@code UsageFailure.InvalidContext} if a pair doesn't have exactly
   *     one colon, as SOPS requires
   */
  public static SortedMap<String, String> parse(String text) {
    SortedMap<String, String> context = new TreeMap<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      int colon = pair.indexOf(':');
      if (colon < 0 || colon != pair.lastIndexOf(':')) {
        throw new UsageFailure.InvalidContext("the encryption context is malformed")
            .hint("write it as KEY:VALUE,KEY:VALUE")
            .hint("for a value with a colon, use key_groups in .sops.yaml");
      }
      context.put(pair.substring(0, colon), pair.substring(colon + 1));
    }
    return context;
  }
}
