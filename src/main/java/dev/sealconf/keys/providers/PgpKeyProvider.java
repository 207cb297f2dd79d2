package dev.sealconf.keys.providers;

import com.google.auto.service.AutoService;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.providers.pgp.Fingerprint;
import dev.sealconf.keys.providers.pgp.Gpg;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyMessage;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.PemBlock;
import dev.sealconf.keys.spi.RecipientFlag;
import dev.sealconf.keys.spi.RecipientList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** OpenPGP keys in gpg's keyrings and on smartcards. */
@AutoService(KeyProvider.class)
public final class PgpKeyProvider implements KeyProvider {
  private static final String ID = "pgp";
  private static final String FINGERPRINT = "fp";
  private static final int RANK = 30;

  private Gpg gpg;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int rank() {
    return RANK;
  }

  @Override
  public boolean dated() {
    return true;
  }

  @Override
  public RecipientFlag flag() {
    return new RecipientFlag(
        List.of("-p", "--pgp"), "SOPS_PGP_FP", ID, "comma-separated fingerprints of OpenPGP keys");
  }

  @Override
  public List<MasterKey> parse(String recipients) {
    List<MasterKey> keys = new ArrayList<>();
    for (String name : RecipientList.entries(recipients)) {
      SortedMap<String, Field> fields = new TreeMap<>();
      fields.put(FINGERPRINT, new Field.Text(fingerprint(name).text()));
      keys.add(read(fields));
    }
    return keys;
  }

  @Override
  public MasterKey read(SortedMap<String, Field> fields) {
    if (fields.get(FINGERPRINT) instanceof Field.Text text) {
      return new MasterKey(ID, Fingerprint.withoutSpaces(text.value()), fields);
    }
    throw new FileFailure.Malformed("a pgp entry of the metadata has no fingerprint");
  }

  @Override
  public MasterKey complete(MasterKey to, World world) {
    return to.createdAt(world.clock());
  }

  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    return gpg(world).encrypt(share, fingerprint(to.name()));
  }

  @Override
  public SecretBytes unwrap(WrappedKey key, World world) {
    return gpg(world).decrypt(key.enc(), Optional.empty());
  }

  @Override
  public SecretBytes unwrapByNamed(WrappedKey key, World world) {
    return gpg(world).decrypt(key.enc(), Optional.of(fingerprint(key.masterKey().name())));
  }

  @Override
  public OptionalInt privateKeyIn(String text) {
    return PemBlock.find(text, "PGP PRIVATE KEY BLOCK");
  }

  @Override
  public Optional<KeyMessage> keyMessage() {
    return Optional.of(new KeyMessage(2, FINGERPRINT));
  }

  private synchronized Gpg gpg(World world) {
    if (gpg == null) {
      gpg = new Gpg(world);
    }
    return gpg;
  }

  private static Fingerprint fingerprint(String text) {
    return Fingerprint.parse(text)
        .orElseThrow(
            () ->
                new KeyFailure.Malformed(
                        Printable.quote(text) + " is not the fingerprint of an OpenPGP key")
                    .hint("gpg --list-keys prints it: 40 hexadecimal digits, perhaps with a !"));
  }
}
