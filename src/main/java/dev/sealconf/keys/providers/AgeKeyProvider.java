package dev.sealconf.keys.providers;

import com.google.auto.service.AutoService;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.Field;
import dev.sealconf.keys.KeyMaker;
import dev.sealconf.keys.KeyProvider;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.RecipientFlag;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.AgeFile;
import dev.sealconf.keys.providers.age.AgeKeyMaker;
import dev.sealconf.keys.providers.age.Armor;
import dev.sealconf.keys.providers.age.IdentitySources;
import dev.sealconf.keys.providers.age.RecipientKind;
import dev.sealconf.keys.providers.age.X25519Recipient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** age: local key pairs, {@code age1…} and {@code AGE-SECRET-KEY-1…}. */
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
  public RecipientFlag flag() {
    return new RecipientFlag(
        List.of("-a", "--age"),
        "SOPS_AGE_RECIPIENTS",
        ID,
        "comma-separated age recipients (age1…)");
  }

  @Override
  public List<MasterKey> parse(String recipients) {
    List<MasterKey> keys = new ArrayList<>();
    for (String part : recipients.split(",")) {
      String name = part.trim();
      if (!name.isEmpty()) {
        recipient(name);
        keys.add(key(name));
      }
    }
    return keys;
  }

  @Override
  public MasterKey read(SortedMap<String, Field> fields) {
    if (fields.get(RECIPIENT) instanceof Field.Text text) {
      return new MasterKey(ID, text.value(), fields);
    }
    throw new SealconfException(
        ExitCode.COULD_NOT_READ_INPUT, "an age entry of the metadata has no recipient");
  }

  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    try {
      return Armor.encode(AgeFile.seal(share, List.of(recipient(to.name())), world.entropy()));
    } catch (IllegalArgumentException e) {
      throw new SealconfException(
          ExitCode.GENERIC, "nobody can hold the identity of " + Printable.quote(to.name()));
    }
  }

  @Override
  public SecretBytes unwrap(WrappedKey key, World world) {
    String name = key.masterKey().name();
    IdentitySources all = sources(world);
    try {
      return AgeFile.open(Armor.decode(key.enc()), all.identities(name));
    } catch (AgeException e) {
      throw e.part() == AgeException.Part.NO_MATCH
          ? noMatch(name, all.places(name), world)
          : new SealconfException(ExitCode.NO_DATA_KEY, e.getMessage());
    }
  }

  @Override
  public Optional<KeyMaker> maker() {
    return Optional.of(new AgeKeyMaker());
  }

  private synchronized IdentitySources sources(World world) {
    if (sources == null) {
      sources = new IdentitySources(world);
    }
    return sources;
  }

  private static SealconfException noMatch(String name, List<String> places, World world) {
    RecipientKind kind = RecipientKind.of(name);
    if (kind != RecipientKind.X25519) {
      return new SealconfException(ExitCode.NO_DATA_KEY, kind.refusal());
    }
    String file =
        IdentitySources.defaultFile(world)
            .map(Path::toString)
            .map(Printable::quote)
            .orElse("a key file");
    return new SealconfException(
            ExitCode.NO_DATA_KEY, "no identity fits; looked in " + String.join(", ", places))
        .hint("put the identity of an age recipient into " + file)
        .hint("or name the file that holds it: export SOPS_AGE_KEY_FILE=…");
  }

  private static MasterKey key(String name) {
    SortedMap<String, Field> fields = new TreeMap<>();
    fields.put(RECIPIENT, new Field.Text(name));
    return new MasterKey(ID, name, fields);
  }

  private static X25519Recipient recipient(String name) {
    RecipientKind kind = RecipientKind.of(name);
    if (kind == RecipientKind.IDENTITY) {
      throw new SealconfException(ExitCode.GENERIC, kind.refusal())
          .hint("age-keygen -y FILE prints the recipient of an identity");
    }
    if (kind != RecipientKind.X25519) {
      throw new SealconfException(ExitCode.GENERIC, kind.refusal() + ": " + Printable.quote(name));
    }
    return X25519Recipient.parse(name)
        .orElseThrow(
            () ->
                new SealconfException(
                        ExitCode.GENERIC,
                        "the age recipient " + Printable.quote(name) + " is malformed")
                    .hint("its last characters are a checksum: copy it again"));
  }
}
