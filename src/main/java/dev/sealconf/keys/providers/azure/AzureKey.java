package dev.sealconf.keys.providers.azure;

import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.Field;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A key of Azure Key Vault.
 *
 * @param vault its address, {@code https://NAME.vault.azure.net}
 * @param version empty for the current one
 */
public record AzureKey(String vault, String name, String version) {
  private static final String SCHEME = "https://";
  private static final String KEYS = "/keys/";
  private static final String VAULT_FIELD = "vault_url";
  private static final String NAME_FIELD = "name";
  private static final String VERSION_FIELD = "version";

  /**
   * The key of {@code https://VAULT/keys/NAME} or {@code https://VAULT/keys/NAME/VERSION}.
   *
   * @throws SealconfException if that is no address of a key
   */
  public static AzureKey parse(String text) {
    int keys = text.indexOf(KEYS);
    String[] rest = text.substring(keys < 0 ? text.length() : keys).split("/", -1);
    if (rest.length == 3 || rest.length == 4) {
      AzureKey key =
          new AzureKey(text.substring(0, keys), rest[2], rest.length == 4 ? rest[3] : "");
      if (key.valid()) {
        return key;
      }
    }
    throw malformed(text);
  }

  /** The key of these fields of the metadata; unchecked. */
  public static AzureKey of(SortedMap<String, Field> fields) {
    return new AzureKey(
        text(fields, VAULT_FIELD), text(fields, NAME_FIELD), text(fields, VERSION_FIELD));
  }

  /**
   * The key of an entry of a group in the configuration, where its fields have other names.
   *
   * @throws SealconfException if they are not those of a key
   */
  public static AzureKey ofEntry(SortedMap<String, Field> entry) {
    String vault = text(entry, "vaultUrl");
    String bare = vault.endsWith("/") ? vault.substring(0, vault.length() - 1) : vault;
    AzureKey key = new AzureKey(bare, text(entry, "key"), text(entry, VERSION_FIELD));
    if (!key.valid()) {
      throw malformed(key.address());
    }
    return key;
  }

  /** Whether it can be asked for: a host, and a name and a version that only have letters. */
  public boolean valid() {
    String host = vault.startsWith(SCHEME) ? vault.substring(SCHEME.length()) : "";
    return !host.isEmpty()
        && consistsOf(host, "-.:[]")
        && !name.isEmpty()
        && consistsOf(name, "-")
        && consistsOf(version, "-");
  }

  /** The name of the vault: the first part of its host. */
  public String vaultName() {
    String host = vault.substring(Math.min(SCHEME.length(), vault.length()));
    int dot = host.indexOf('.');
    return dot < 0 ? host : host.substring(0, dot);
  }

  /** Where it is; what SOPS compares it by. */
  public String address() {
    return vault + KEYS + name + "/" + version;
  }

  /** The same key, of this version. */
  public AzureKey ofVersion(String other) {
    return new AzureKey(vault, name, other);
  }

  /** Whether it is of no version, and the other one is a version of it. */
  public boolean hasVersion(AzureKey other) {
    return version.isEmpty() && equals(other.ofVersion(""));
  }

  /** As a master key, with the fields that are in the metadata but for the time. */
  public MasterKey masterKey(String provider) {
    SortedMap<String, Field> fields = new TreeMap<>();
    fields.put(VAULT_FIELD, new Field.Text(vault));
    fields.put(NAME_FIELD, new Field.Text(name));
    fields.put(VERSION_FIELD, new Field.Text(version));
    return new MasterKey(provider, address(), fields);
  }

  private static SealconfException malformed(String text) {
    return new KeyFailure.Malformed(Printable.quote(text) + " is not a key of Azure Key Vault")
        .hint("it looks like https://VAULT.vault.azure.net/keys/NAME/VERSION");
  }

  private static boolean consistsOf(String text, String others) {
    return text.chars()
        .allMatch(
            c ->
                c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || others.indexOf(c) >= 0);
  }

  private static String text(SortedMap<String, Field> fields, String name) {
    return fields.get(name) instanceof Field.Text text ? text.value() : "";
  }
}
