package dev.sealconf.keys.providers;

import com.google.auto.service.AutoService;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.providers.azure.AzureKey;
import dev.sealconf.keys.providers.azure.OwnTenant;
import dev.sealconf.keys.providers.azure.VersionedKeys;
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

/** Azure Key Vault ({@code docs/providers/azure_kv.md}). */
@AutoService(KeyProvider.class)
public final class AzureKvKeyProvider implements KeyProvider {
  private static final String ID = "azure_kv";
  private static final int RANK = 60;

  private final LazyClient<VersionedKeys> client =
      new LazyClient<>(
          "providers/azure_kv",
          "dev.sealconf.keys.providers.azure.client.AzureKeyVault",
          VersionedKeys.class);

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
        List.of("--azure-kv"),
        "SOPS_AZURE_KEYVAULT_URLS",
        "azure_keyvault",
        "comma-separated URLs of Azure Key Vault keys");
  }

  @Override
  public List<MasterKey> parse(String recipients) {
    List<MasterKey> keys = new ArrayList<>();
    for (String name : RecipientList.entries(recipients)) {
      keys.add(AzureKey.parse(name).masterKey(ID));
    }
    return keys;
  }

  @Override
  public MasterKey parseEntry(SortedMap<String, Field> entry) {
    return AzureKey.ofEntry(entry).masterKey(ID);
  }

  @Override
  public boolean means(MasterKey given, MasterKey key) {
    return given.name().equals(key.name())
        || AzureKey.of(given.fields()).hasVersion(AzureKey.of(key.fields()));
  }

  @Override
  public MasterKey read(SortedMap<String, Field> fields) {
    return new MasterKey(ID, AzureKey.of(fields).address(), fields);
  }

  @Override
  public boolean remote() {
    return true;
  }

  @Override
  public Optional<String> outsideOwnAccount(MasterKey key, World world) {
    return new OwnTenant(world, client).outside(key);
  }

  /**
   * Fills in the current version for a key that has none, because only the version that wrapped a
   * data key can unwrap it.
   */
  @Override
  public MasterKey complete(MasterKey to, World world) {
    MasterKey timed = to.createdAt(world.clock());
    AzureKey key = AzureKey.of(timed.fields());
    if (!key.version().isEmpty()) {
      return timed;
    }
    MasterKey versioned = key.ofVersion(client.get().currentVersion(to, world)).masterKey(ID);
    timed.fields().forEach(versioned.fields()::putIfAbsent);
    return versioned;
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
    return Optional.of(new KeyMessage(4, "vault_url", "name", "version"));
  }

  /** Drops the vendor's client, which has no way to wipe credentials. */
  @Override
  public void close() {
    client.forget();
  }
}
