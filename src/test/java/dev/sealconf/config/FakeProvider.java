package dev.sealconf.config;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientFlag;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A provider that only parses: the field {@code age}, recipients that start with {@code age1}. */
final class FakeProvider implements KeyProvider {
  static final KeyProviders ONLY = new KeyProviders(List.of(new FakeProvider()));

  @Override
  public String id() {
    return "age";
  }

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public RecipientFlag flag() {
    return new RecipientFlag(List.of("-a", "--age"), "SOPS_AGE_RECIPIENTS", "age", "keys");
  }

  @Override
  public List<MasterKey> parse(String recipients) {
    return Arrays.stream(recipients.split(",")).map(FakeProvider::key).toList();
  }

  private static MasterKey key(String recipient) {
    if (!recipient.startsWith("age1")) {
      throw new KeyFailure.Malformed("not a recipient");
    }
    return new MasterKey("age", recipient, new TreeMap<>());
  }

  @Override
  public MasterKey read(SortedMap<String, Field> fields) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SecretBytes unwrap(WrappedKey key, World world) {
    throw new UnsupportedOperationException();
  }
}
