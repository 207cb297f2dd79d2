package dev.sealconf.keys.providers.azure;

import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.Field;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A key in Azure Key Vault.
 *
 * @param vault the vault's address, {@code https://NAME.vault.azure.net}
 * @param version empty for the current version
 */
public record AzureKey(String vault, String name, String version) {
  private static final String SCHEME = "https://";
  private static final String KEYS = "/keys/";
  private static final String VAULT_FIELD = "vault_url";
  private static final String NAME_FIELD = "name";
  private static final String VERSION_FIELD = "version";

  /**
   * Parses {@code https://VAULT/keys/NAME} or {@code https://VAULT/keys/NAME/VERSION}.
   *
   * @throws SealconfException if the text isn't the address of a key
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

  /** Reads a key from metadata fields, without validating it. */
  public static AzureKey of(SortedMap<String, Field> fields) {
    return new AzureKey(
        text(fields, VAULT_FIELD), text(fields, NAME_FIELD), text(fields, VERSION_FIELD));
  }

  /**
   * Reads a key from an entry in a key group in the configuration, where its fields have other
   * names.
   *
   * @throws SealconfException if the fields don't describe a key
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

  /**
   * Returns whether the key can be requested: it has a host, and its name and version contain only
   * letters, digits and hyphens.
   */
  public boolean valid() {
    String host = vault.startsWith(SCHEME) ? vault.substring(SCHEME.length()) : "";
    return !host.isEmpty()
        && consistsOf(host, "-.:[]")
        && !name.isEmpty()
        && consistsOf(name, "-")
        && consistsOf(version, "-");
  }

  /** Returns the name of the vault: the first part of its host. */
  public String vaultName() {
    String host = vault.substring(Math.min(SCHEME.length(), vault.length()));
    int dot = host.indexOf('.');
    return dot < 0 ? host : host.substring(0, dot);
  }

  /** Returns the key's address, by which SOPS compares keys. */
  public String address() {
    return vault + KEYS + name + "/" + version;
  }

  /** Returns the same key with another version. */
  public AzureKey ofVersion(String other) {
    return new AzureKey(vault, name, other);
  }

  /** Returns whether this key has no version and {@code other} is a version of it. */
  public boolean hasVersion(AzureKey other) {
    return version.isEmpty() && equals(other.ofVersion(""));
  }

  /** Returns the master key, with all metadata fields except {@code created_at}. */
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
