package dev.sealconf.keys.providers.gcp;

import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.Field;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A key in Google Cloud KMS.
 *
 * @param resource {@code projects/…/locations/…/keyRings/…/cryptoKeys/…}
 */
public record GcpKey(String resource) {
  private static final String FIELD = "resource_id";
  private static final String[] COLLECTIONS = {"projects", "locations", "keyRings", "cryptoKeys"};

  /**
   * Parses a resource name.
   *
   * @throws SealconfException if it isn't the name of a key
   */
  public static GcpKey parse(String text) {
    GcpKey key = new GcpKey(text);
    if (!key.valid()) {
      throw new KeyFailure.Malformed(Printable.quote(text) + " is not a key of Google Cloud KMS")
          .hint("it looks like projects/P/locations/L/keyRings/R/cryptoKeys/K");
    }
    return key;
  }

  /**
   * Reads a key from the fields of the metadata or of a key group in the configuration, without
   * validating it.
   */
  public static GcpKey of(SortedMap<String, Field> fields) {
    return new GcpKey(fields.get(FIELD) instanceof Field.Text text ? text.value() : "");
  }

  /** Returns whether the key can be requested: its name has every part and nothing else. */
  public boolean valid() {
    String[] parts = resource.split("/", -1);
    boolean valid = parts.length == 2 * COLLECTIONS.length;
    for (int i = 0; valid && i < COLLECTIONS.length; i++) {
      valid = parts[2 * i].equals(COLLECTIONS[i]) && isName(parts[2 * i + 1]);
    }
    return valid;
  }

  /** Returns a part of the name, such as the project, or empty if it has no such part. */
  public String part(String collection) {
    String[] parts = resource.split("/", -1);
    for (int i = 0; i + 1 < parts.length; i += 2) {
      if (parts[i].equals(collection)) {
        return parts[i + 1];
      }
    }
    return "";
  }

  /** Returns the master key, with all metadata fields except {@code created_at}. */
  public MasterKey masterKey(String provider) {
    SortedMap<String, Field> fields = new TreeMap<>();
    fields.put(FIELD, new Field.Text(resource));
    return new MasterKey(provider, resource, fields);
  }

  /**
   * Returns whether Google allows the text as a name. The colon and the dot are for project ids
   * that contain a domain.
   */
  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(
                c ->
                    c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9'
                        || "-_.:".indexOf(c) >= 0)
        && !text.equals(".")
        && !text.equals("..");
  }
}
