package dev.sealconf.keys.providers;

import com.google.auto.service.AutoService;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.providers.huawei.HuaweiClient;
import dev.sealconf.keys.providers.huawei.HuaweiKey;
import dev.sealconf.keys.providers.huawei.OwnRegion;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyMessage;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientFlag;
import dev.sealconf.keys.spi.RecipientList;
import dev.sealconf.plugin.LazyClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Huawei Cloud KMS ({@code docs/providers/hckms.md}). */
@AutoService(KeyProvider.class)
public final class HcKmsKeyProvider implements KeyProvider {
  private static final String ID = "hckms";
  private static final int RANK = 70;

  private final LazyClient<HuaweiClient> client =
      new LazyClient<>(
          "providers/hckms",
          "dev.sealconf.keys.providers.huawei.client.HuaweiKms",
          HuaweiClient.class);

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
        List.of("--hckms"),
        "SOPS_HUAWEICLOUD_KMS_IDS",
        ID,
        "comma-separated resource names of Huawei Cloud KMS keys");
  }

  @Override
  public List<MasterKey> parse(String recipients) {
    List<MasterKey> keys = new ArrayList<>();
    for (String name : RecipientList.entries(recipients)) {
      keys.add(HuaweiKey.parse(name).masterKey(ID));
    }
    return keys;
  }

  @Override
  public MasterKey parseEntry(SortedMap<String, Field> entry) {
    return HuaweiKey.parse(HuaweiKey.name(entry)).masterKey(ID);
  }

  @Override
  public MasterKey read(SortedMap<String, Field> fields) {
    return new MasterKey(ID, HuaweiKey.name(fields), fields);
  }

  @Override
  public boolean remote() {
    return true;
  }

  @Override
  public Optional<String> outsideOwnAccount(MasterKey key, World world) {
    return new OwnRegion(world, client).outside(key);
  }

  @Override
  public MasterKey complete(MasterKey to, World world) {
    return to.createdAt(world.clock());
  }

  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    return client.get().wrap(share, to, world);
  }

  @Override
  public SecretBytes unwrap(WrappedKey key, World world) {
    return client.get().unwrap(key, world);
  }

  @Override
  public Optional<KeyMessage> keyMessage() {
    return Optional.of(new KeyMessage(7, "key_id"));
  }

  /** Drops the vendor's client, which has no way to wipe credentials. */
  @Override
  public void close() {
    client.forget();
  }
}
