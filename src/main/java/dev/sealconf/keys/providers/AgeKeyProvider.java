package dev.sealconf.keys.providers;

import com.google.auto.service.AutoService;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.AgeFile;
import dev.sealconf.keys.providers.age.AgeRecipient;
import dev.sealconf.keys.providers.age.Armor;
import dev.sealconf.keys.providers.age.source.AgeKeyMaker;
import dev.sealconf.keys.providers.age.source.IdentitySearch;
import dev.sealconf.keys.providers.age.source.IdentitySources;
import dev.sealconf.keys.providers.age.source.PrivateKeyText;
import dev.sealconf.keys.providers.age.source.Recipients;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyMaker;
import dev.sealconf.keys.spi.KeyMessage;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientFlag;
import dev.sealconf.keys.spi.RecipientList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** age: its own key pairs (including post-quantum ones), ssh keys and plugins. */
@AutoService(KeyProvider.class)
public final class AgeKeyProvider implements KeyProvider {
  private static final String ID = "age";
  private static final String RECIPIENT = "recipient";
  private static final int RANK = 10;

  private IdentitySources sources;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int rank() {
    return RANK;
  }

  @Override
  public boolean listedWhenEmpty() {
    return true;
  }

  @Override
  public Optional<String> example() {
    return Optional.of("age1…");
  }

  @Override
  public RecipientFlag flag() {
    return new RecipientFlag(
        List.of("-a", "--age"),
        "SOPS_AGE_RECIPIENTS",
        ID,
        "comma-separated age recipients (age1…, ssh-ed25519 …, ssh-rsa …)");
  }

  @Override
  public List<MasterKey> parse(String recipients) {
    List<MasterKey> keys = new ArrayList<>();
    for (String name : RecipientList.entries(recipients)) {
      Recipients.require(name);
      keys.add(key(name));
    }
    return keys;
  }

  @Override
  public MasterKey read(SortedMap<String, Field> fields) {
    if (fields.get(RECIPIENT) instanceof Field.Text text) {
      return new MasterKey(ID, text.value(), fields);
    }
    throw new FileFailure.Malformed("an age entry of the metadata has no recipient");
  }

  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    AgeRecipient recipient = Recipients.parse(to.name(), sources(world).plugins());
    try {
      return Armor.encode(AgeFile.seal(share, List.of(recipient), world.entropy()));
    } catch (IllegalArgumentException e) {
      throw new KeyFailure.NotWrapped("no identity can exist for " + Recipients.shown(to.name()))
          .from(e);
    }
  }

  @Override
  public SecretBytes unwrap(WrappedKey key, World world) {
    return opened(key, sources(world).search(key.masterKey().name()));
  }

  @Override
  public SecretBytes unwrapByNamed(WrappedKey key, World world) {
    return opened(key, sources(world).searchOnly(key.masterKey().name()));
  }

  private static SecretBytes opened(WrappedKey key, IdentitySearch search) {
    try {
      return AgeFile.open(Armor.decode(key.enc()), List.of(search));
    } catch (AgeException e) {
      throw e.part() == AgeException.Part.NO_MATCH
          ? search.noMatch()
          : new KeyFailure.NotUnwrapped(e.getMessage());
    }
  }

  @Override
  public OptionalInt privateKeyIn(String text) {
    return PrivateKeyText.find(text);
  }

  @Override
  public Optional<KeyMessage> keyMessage() {
    return Optional.of(new KeyMessage(6, RECIPIENT));
  }

  @Override
  public Optional<KeyMaker> maker() {
    return Optional.of(new AgeKeyMaker());
  }

  @Override
  public synchronized void close() {
    if (sources != null) {
      sources.close();
      sources = null;
    }
  }

  @Override
  public List<String> ownRecipients(World world) {
    return sources(world).recipients();
  }

  private synchronized IdentitySources sources(World world) {
    if (sources == null) {
      sources = new IdentitySources(world);
    }
    return sources;
  }

  private static MasterKey key(String name) {
    SortedMap<String, Field> fields = new TreeMap<>();
    fields.put(RECIPIENT, new Field.Text(name));
    return new MasterKey(ID, name, fields);
  }
}
