package dev.sealconf.keys.fakes;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientFlag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Encrypts data keys with AES-256-GCM under a key that follows from the name, and knows which of
 * the shares that it has handed out are not wiped yet.
 */
public final class FakeKeyProvider implements KeyProvider {
  public static final String ID = "fake";
  private static final String NAME = "name";

  private final List<byte[]> handedOut = new ArrayList<>();

  /** The number of shares that were handed out and still hold their bytes. */
  public synchronized long notWiped() {
    return handedOut.stream()
        .filter(share -> !Arrays.equals(share, new byte[share.length]))
        .count();
  }

  /** The number of shares that were handed out. */
  public synchronized int unwrapped() {
    return handedOut.size();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int rank() {
    return 1;
  }

  @Override
  public RecipientFlag flag() {
    return new RecipientFlag(List.of("--fake"), "FAKE_KEYS", ID, "names of fake keys");
  }

  @Override
  public List<MasterKey> parse(String recipients) {
    SortedMap<String, Field> fields = new TreeMap<>();
    fields.put(NAME, new Field.Text(recipients));
    return List.of(read(fields));
  }

  @Override
  public MasterKey read(SortedMap<String, Field> fields) {
    return new MasterKey(ID, ((Field.Text) fields.get(NAME)).value(), fields);
  }

  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    byte[] sealed = new FakeCipher(to.name()).seal(share.exposed(), associated(to));
    return Base64.getEncoder().encodeToString(sealed);
  }

  @Override
  public synchronized SecretBytes unwrap(WrappedKey key, World world) {
    byte[] share =
        new FakeCipher(key.masterKey().name())
            .open(Base64.getDecoder().decode(key.enc()), associated(key.masterKey()))
            .orElseThrow(() -> new KeyFailure.NotUnwrapped("wrapped by another key"));
    handedOut.add(share);
    return SecretBytes.owning(share);
  }

  private static byte[] associated(MasterKey key) {
    return key.name().getBytes(StandardCharsets.UTF_8);
  }
}
