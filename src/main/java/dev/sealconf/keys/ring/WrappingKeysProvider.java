package dev.sealconf.keys.ring;

import com.google.crypto.tink.Aead;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientFlag;
import dev.sealconf.keys.spi.RecipientList;
import dev.sealconf.plugin.WrappingKeys;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A provider for keys of a third party's Tink {@code KmsClient}, named by URI ({@code
 * docs/extending.md}). The {@code Aead} for a URI encrypts the data key without associated data.
 * {@link ForeignProviders} creates one provider per folder.
 */
final class WrappingKeysProvider implements KeyProvider {
  private static final String URI = "uri";
  private static final int RANK = 100;
  private static final byte[] NOTHING = new byte[0];

  private final String id;
  private final WrappingKeys keys;

  WrappingKeysProvider(String id, WrappingKeys keys) {
    this.id = id;
    this.keys = keys;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int rank() {
    return RANK;
  }

  @Override
  public RecipientFlag flag() {
    return new RecipientFlag(
        List.of("--" + id),
        "SEALCONF_" + id.toUpperCase(Locale.ROOT).replace('-', '_'),
        id,
        "comma-separated URIs of keys, for the client in the folder " + id);
  }

  @Override
  public boolean remote() {
    return true;
  }

  @Override
  public List<MasterKey> parse(String recipients) {
    List<MasterKey> keys = new ArrayList<>();
    for (String uri : RecipientList.entries(recipients)) {
      requireSupported(uri);
      SortedMap<String, Field> fields = new TreeMap<>();
      fields.put(URI, new Field.Text(uri));
      keys.add(new MasterKey(id, uri, fields));
    }
    return keys;
  }

  @Override
  public MasterKey read(SortedMap<String, Field> fields) {
    if (fields.get(URI) instanceof Field.Text text) {
      return new MasterKey(id, text.value(), fields);
    }
    throw new FileFailure.Malformed("an entry " + id + " of the metadata has no uri");
  }

  @Override
  public MasterKey complete(MasterKey to, World world) {
    return to.createdAt(world.clock());
  }

  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    try {
      return Base64.getEncoder()
          .encodeToString(key(to.name(), world).encrypt(share.exposed(), NOTHING));
    } catch (GeneralSecurityException e) {
      throw new KeyFailure.NotWrapped(refusal(to.name(), "encrypt")).from(e);
    }
  }

  @Override
  public SecretBytes unwrap(WrappedKey key, World world) {
    String uri = key.masterKey().name();
    try {
      byte[] wrapped = Base64.getDecoder().decode(key.enc());
      return SecretBytes.owning(key(uri, world).decrypt(wrapped, NOTHING));
    } catch (IllegalArgumentException e) {
      throw new KeyFailure.NotUnwrapped("its wrapped key is not Base64").from(e);
    } catch (GeneralSecurityException e) {
      // A wrong key and a network failure cause the same exception.
      throw new KeyFailure.NotUnwrapped(refusal(uri, "decrypt"))
          .hint("check that your credentials are valid and may decrypt")
          .from(e)
          .temporary();
    }
  }

  private Aead key(String uri, World world) {
    requireSupported(uri);
    return keys.aead(uri, world);
  }

  private void requireSupported(String uri) {
    if (!keys.supports(uri)) {
      throw new KeyFailure.Malformed(Printable.quote(uri) + " is not the URI of a key for " + id);
    }
  }

  private String refusal(String uri, String verb) {
    return "the client for " + Printable.quote(uri) + " does not " + verb + " with this key";
  }
}
