package dev.sealconf.keys.ring;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientFlag;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Wraps by writing hexadecimal. A key named {@code locked} never unwraps, one named {@code busy}
 * not now. Keys whose names begin with {@code own:} are in the user's account, of those with {@code
 * unsure:} the account can't be determined now, and a plus means a role.
 */
final class RecordingProvider implements KeyProvider {
  private final String id;
  private final int rank;
  final List<String> asked = new ArrayList<>();
  final List<byte[]> handedOut = new ArrayList<>();
  final List<String> accountsAsked = new ArrayList<>();
  boolean closed;
  private boolean remote;
  private boolean trustsRules = true;

  RecordingProvider(String id, int rank) {
    this.id = id;
    this.rank = rank;
  }

  RecordingProvider inAnotherPlace() {
    remote = true;
    return this;
  }

  RecordingProvider doubtingRules() {
    trustsRules = false;
    return this;
  }

  @Override
  public boolean trustsRules() {
    return trustsRules;
  }

  @Override
  public Optional<String> outsideOwnAccount(MasterKey key, World world) {
    accountsAsked.add(key.name());
    if (key.name().startsWith("unsure:")) {
      throw new KeyFailure.NotUnwrapped("it is busy").temporary();
    }
    return key.name().startsWith("own:")
        ? Optional.empty()
        : Optional.of(key.name().startsWith("foreign:") ? "it is in another account" : "");
  }

  @Override
  public Optional<String> bareName(MasterKey key) {
    int plus = key.name().indexOf('+');
    return plus < 0 ? Optional.of(key.name()) : Optional.empty();
  }

  @Override
  public boolean remote() {
    return remote;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int rank() {
    return rank;
  }

  @Override
  public RecipientFlag flag() {
    return new RecipientFlag(List.of("--" + id), id.toUpperCase(Locale.ROOT) + "_KEYS", id, "");
  }

  @Override
  public List<MasterKey> parse(String recipients) {
    return List.of(key(recipients));
  }

  @Override
  public MasterKey read(SortedMap<String, Field> fields) {
    return key("");
  }

  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    return HexFormat.of().formatHex(share.exposed());
  }

  @Override
  public synchronized SecretBytes unwrap(WrappedKey key, World world) {
    asked.add(key.masterKey().name());
    if (key.masterKey().name().equals("locked")) {
      throw new KeyFailure.NotWrapped("it is locked").hint("unlock it");
    }
    if (key.masterKey().name().equals("busy")) {
      throw new KeyFailure.NotUnwrapped("it is busy").temporary();
    }
    byte[] share = HexFormat.of().parseHex(key.enc());
    handedOut.add(share);
    return SecretBytes.owning(share);
  }

  @Override
  public void close() {
    closed = true;
  }

  private MasterKey key(String name) {
    return new MasterKey(id, name, new TreeMap<>());
  }
}
