package dev.sealconf.keys.providers;

import com.google.auto.service.AutoService;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.FailureType;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.providers.tink.KeysetName;
import dev.sealconf.keys.providers.tink.KeysetText;
import dev.sealconf.keys.providers.tink.TinkKeyKeeper;
import dev.sealconf.keys.providers.tink.TinkKeyMaker;
import dev.sealconf.keys.providers.tink.TinkKeyset;
import dev.sealconf.keys.providers.tink.TinkKeysets;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyKeeper;
import dev.sealconf.keys.spi.KeyMaker;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientFlag;
import dev.sealconf.keys.spi.RecipientList;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tink keysets: local symmetric keys, each with a name ({@code docs/format.md §5}). */
@AutoService(KeyProvider.class)
public final class TinkKeyProvider implements KeyProvider {
  private static final String ID = "tink";
  private static final String KEYSET = "keyset";
  private static final String KEY_ID = "key_id";
  private static final int RANK = 20;

  private TinkKeysets keysets;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int rank() {
    return RANK;
  }

  @Override
  public RecipientFlag flag() {
    return new RecipientFlag(
        List.of("--tink"), "SEALCONF_TINK_KEYSETS", ID, "comma-separated names of Tink keysets");
  }

  @Override
  public List<MasterKey> parse(String recipients) {
    List<MasterKey> keys = new ArrayList<>();
    for (String name : RecipientList.entries(recipients)) {
      SortedMap<String, Field> fields = new TreeMap<>();
      fields.put(KEYSET, new Field.Text(KeysetName.checked(name)));
      keys.add(new MasterKey(ID, name, fields));
    }
    return keys;
  }

  @Override
  public MasterKey read(SortedMap<String, Field> fields) {
    if (fields.get(KEYSET) instanceof Field.Text text) {
      return new MasterKey(ID, text.value(), fields);
    }
    throw new FileFailure.Malformed("a tink entry of the metadata names no keyset");
  }

  /**
   * Returns whether the keyset is encrypted by a key service, which then has to decrypt it first.
   */
  @Override
  public boolean asksNetwork(MasterKey key, World world) {
    return KeysetName.fits(key.name()) && keysets(world).needsService(key.name());
  }

  @Override
  public MasterKey complete(MasterKey to, World world) {
    SortedMap<String, Field> fields = new TreeMap<>(to.fields());
    fields.put(KEY_ID, new Field.Text(forWrapping(to, world).primaryId()));
    return new MasterKey(ID, to.name(), fields).createdAt(world.clock());
  }

  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    return Base64.getEncoder().encodeToString(forWrapping(to, world).wrap(share));
  }

  @Override
  public SecretBytes unwrap(WrappedKey key, World world) {
    String name = KeysetName.checked(key.masterKey().name());
    byte[] wrapped = decoded(key.enc());
    List<TinkKeysets.Place> places = keysets(world).places(name);
    for (TinkKeysets.Place place : places) {
      Optional<SecretBytes> share = place.keyset().flatMap(keyset -> keyset.unwrap(wrapped));
      if (share.isPresent()) {
        return share.get();
      }
    }
    String looked = String.join(", ", described(places, key));
    SealconfException failure =
        notFound(
            KeyFailure.NotUnwrapped::new,
            "no keyset can decrypt it; looked in " + looked,
            name,
            world);
    for (TinkKeysets.Place place : places) {
      failure = place.temporary() ? failure.temporary() : failure;
    }
    throw failure;
  }

  @Override
  public OptionalInt privateKeyIn(String text) {
    return KeysetText.find(text);
  }

  @Override
  public Optional<KeyMaker> maker() {
    return Optional.of(new TinkKeyMaker());
  }

  @Override
  public Optional<KeyKeeper> keeper() {
    return Optional.of(new TinkKeyKeeper());
  }

  /** Drops the keysets, which Tink has no way to wipe. */
  @Override
  public synchronized void close() {
    keysets = null;
  }

  private TinkKeyset forWrapping(MasterKey to, World world) {
    List<TinkKeysets.Place> places = keysets(world).places(KeysetName.checked(to.name()));
    for (TinkKeysets.Place place : places) {
      if (place.keyset().isPresent()) {
        return place.keyset().get();
      }
    }
    List<String> texts = places.stream().map(TinkKeysets.Place::text).toList();
    String missing = "no Tink keyset " + Printable.quote(to.name()) + "; looked in ";
    throw notFound(
        KeyFailure.NotWrapped::new, missing + String.join(", ", texts), to.name(), world);
  }

  private synchronized TinkKeysets keysets(World world) {
    if (keysets == null) {
      keysets = new TinkKeysets(world);
    }
    return keysets;
  }

  /** Describes each place and why its keyset could not unwrap the key. */
  private static List<String> described(List<TinkKeysets.Place> places, WrappedKey key) {
    Field id = key.masterKey().fields().get(KEY_ID);
    List<String> texts = new ArrayList<>();
    for (TinkKeysets.Place place : places) {
      boolean known =
          place.keyset().isPresent()
              && id instanceof Field.Text text
              && place.keyset().get().hasKey(text.value());
      String found = known ? " (its key does not open this)" : " (it lacks the key)";
      texts.add(place.keyset().isPresent() ? place.text() + found : place.text());
    }
    return texts;
  }

  private static SealconfException notFound(
      FailureType type, String message, String name, World world) {
    String file =
        TinkKeysets.defaultFile(world, name)
            .map(path -> Printable.quote(path.toString()))
            .orElse("the user's folder");
    return type.of(message)
        .hint("save the keyset as " + file + ", or export SEALCONF_TINK_KEYSET_FILE=…");
  }

  private static byte[] decoded(String enc) {
    try {
      return Base64.getDecoder().decode(enc);
    } catch (IllegalArgumentException e) {
      throw new KeyFailure.NotUnwrapped("its wrapped key is not Base64").from(e);
    }
  }
}
