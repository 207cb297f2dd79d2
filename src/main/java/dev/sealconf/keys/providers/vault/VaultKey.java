package dev.sealconf.keys.providers.vault;

import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.vendor.vault.VaultAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A key in a transit engine.
 *
 * @param address {@code SCHEME://HOST[:PORT]}; unchecked if it comes from a file
 * @param enginePath the path where the engine is mounted, such as {@code transit} or {@code
 *     teams/a/transit}
 */
public record VaultKey(String address, String enginePath, String keyName) {
  private static final String HINT =
      "it looks like https://vault.example.com:8200/v1/transit/keys/KEY";

  /**
   * Parses {@code ADDRESS/v1/ENGINE/keys/KEY} as SOPS does, which accepts any version, and any word
   * instead of {@code keys}.
   *
   * @throws SealconfException if the text isn't such a URI, or contains more, such as a password
   */
  public static VaultKey parse(String uri) {
    int scheme = uri.indexOf("://");
    if (scheme <= 0) {
      throw malformed("missing scheme in Vault URL ", uri);
    }
    int slash = uri.indexOf('/', scheme + 3);
    String address =
        uri.substring(0, scheme).toLowerCase(Locale.ROOT)
            + uri.substring(scheme, slash < 0 ? uri.length() : slash);
    if (address.indexOf('@') >= 0) {
      throw new KeyFailure.Malformed("a Vault URL can't hold a user or a password").hint(HINT);
    }
    String path = slash < 0 ? "" : uri.substring(slash + 1);
    if (VaultAddress.of(address).isEmpty() || path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
      throw malformed("not the URL of a Vault key: ", uri);
    }
    String[] segments = path.split("/", -1);
    if (versionAt(segments, 1)) {
      throw malformed("running Vault with a prefixed URL is not supported: ", uri);
    }
    if (!versionAt(segments, 0)) {
      throw malformed("vault path does not seem to be formatted correctly: ", uri);
    }
    return of(address, segments);
  }

  /** Reads a key from metadata fields, without validating it. */
  public static VaultKey of(SortedMap<String, Field> fields) {
    return new VaultKey(
        text(fields, "vault_address"), text(fields, "engine_path"), text(fields, "key_name"));
  }

  /** Returns the text by which SOPS shows and compares keys. */
  public String name() {
    return address + "/v1/" + enginePath + "/keys/" + keyName;
  }

  /** Returns the master key, with all metadata fields except {@code created_at}. */
  public MasterKey masterKey(String provider) {
    SortedMap<String, Field> fields = new TreeMap<>();
    fields.put("vault_address", new Field.Text(address));
    fields.put("engine_path", new Field.Text(enginePath));
    fields.put("key_name", new Field.Text(keyName));
    return new MasterKey(provider, name(), fields);
  }

  private static VaultKey of(String address, String[] segments) {
    List<String> words = new ArrayList<>();
    for (String segment : segments) {
      if (!segment.isEmpty()) {
        words.add(segment);
      }
    }
    int last = words.size() - 1;
    return new VaultKey(address, String.join("/", words.subList(1, last - 1)), words.get(last));
  }

  /** Returns whether a version and three more segments follow from here on. */
  private static boolean versionAt(String[] segments, int from) {
    for (int i = from; i + 3 < segments.length; i++) {
      boolean prefixed = i > 0 && !segments[i - 1].isEmpty();
      boolean whole =
          !segments[i + 1].isEmpty() && !segments[i + 2].isEmpty() && !segments[i + 3].isEmpty();
      if (whole && isVersion(segments[i]) && prefixed == (from > 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVersion(String segment) {
    boolean version = segment.length() > 1 && segment.charAt(0) == 'v';
    for (int i = 1; i < segment.length(); i++) {
      version &= segment.charAt(i) >= '0' && segment.charAt(i) <= '9';
    }
    return version;
  }

  private static SealconfException malformed(String what, String uri) {
    String shown = uri.indexOf('@') < 0 ? Printable.quote(uri) : "it has a user in it";
    return new KeyFailure.Malformed(what + shown).hint(HINT);
  }

  private static String text(SortedMap<String, Field> fields, String name) {
    return fields.get(name) instanceof Field.Text text ? text.value() : "";
  }
}
