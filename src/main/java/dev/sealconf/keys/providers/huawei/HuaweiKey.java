package dev.sealconf.keys.providers.huawei;

import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.Field;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A key in Huawei Cloud KMS.
 *
 * @param region such as {@code eu-west-101}
 * @param id its UUID
 */
public record HuaweiKey(String region, String id) {
  private static final String FIELD = "key_id";

  /**
   * Parses {@code REGION:UUID}.
   *
   * @throws SealconfException if the text isn't a key
   */
  public static HuaweiKey parse(String text) {
    HuaweiKey key = split(text);
    if (!key.valid()) {
      throw new KeyFailure.Malformed(Printable.quote(text) + " is not a key of Huawei Cloud KMS")
          .hint("it looks like eu-west-101:0d0466b0-e727-4d9c-b35d-f84bb474a37f");
    }
    return key;
  }

  /**
   * Reads a key from the fields of the metadata or of a key group in the configuration, without
   * validating it.
   */
  public static HuaweiKey of(SortedMap<String, Field> fields) {
    return split(name(fields));
  }

  /** Returns the text of the key field, by which SOPS compares keys. */
  public static String name(SortedMap<String, Field> fields) {
    return fields.get(FIELD) instanceof Field.Text text ? text.value() : "";
  }

  private static HuaweiKey split(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new HuaweiKey("", text)
        : new HuaweiKey(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
  }

  /**
   * Returns whether the key can be requested: it has both parts, and each contains only letters,
   * digits and hyphens.
   */
  public boolean valid() {
    return isName(region) && isName(id);
  }

  /** Returns the master key, with all metadata fields except {@code created_at}. */
  public MasterKey masterKey(String provider) {
    SortedMap<String, Field> fields = new TreeMap<>();
    String name = region + ":" + id;
    fields.put(FIELD, new Field.Text(name));
    return new MasterKey(provider, name, fields);
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(
                c ->
                    c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9'
                        || c == '-');
  }
}
