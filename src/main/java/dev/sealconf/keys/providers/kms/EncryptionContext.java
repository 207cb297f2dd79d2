package dev.sealconf.keys.providers.kms;

import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.util.SortedMap;
import java.util.TreeMap;

/** The encryption context as it is typed: {@code KEY:VALUE,KEY:VALUE}. */
public final class EncryptionContext {
  private EncryptionContext() {}

  /**
   * The pairs of a text, which may be empty.
   *
   * @throws SealconfException with {@code INVALID_ENCRYPTION_CONTEXT} if a pair has not exactly one
   *     colon: SOPS takes no others
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
