package dev.sealconf.keys.providers;

import com.google.auto.service.AutoService;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.providers.vault.Transit;
import dev.sealconf.keys.providers.vault.VaultKey;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyMessage;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientFlag;
import dev.sealconf.keys.spi.RecipientList;
import dev.sealconf.vendor.vault.VaultAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Transit engines of Vault and OpenBao ({@code docs/providers/hc_vault.md}). */
@AutoService(KeyProvider.class)
public final class HcVaultKeyProvider implements KeyProvider {
  private static final String ID = "hc_vault";
  private static final int RANK = 80;

  private Transit transit;

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
  public boolean listedWhenEmpty() {
    return true;
  }

  @Override
  public RecipientFlag flag() {
    return new RecipientFlag(
        List.of("--hc-vault-transit"),
        "SOPS_VAULT_URIS",
        "hc_vault_transit_uri",
        ID,
        "comma-separated URLs of transit keys of Vault or OpenBao");
  }

  @Override
  public List<MasterKey> parse(String recipients) {
    List<MasterKey> keys = new ArrayList<>();
    for (String uri : RecipientList.entries(recipients)) {
      keys.add(VaultKey.parse(uri).masterKey(ID));
    }
    return keys;
  }

  @Override
  public MasterKey read(SortedMap<String, Field> fields) {
    return new MasterKey(ID, VaultKey.of(fields).name(), fields);
  }

  @Override
  public boolean remote() {
    return true;
  }

  @Override
  public boolean named(MasterKey key, World world) {
    return VaultAddress.of(VaultKey.of(key.fields()).address())
        .filter(Transit.allowlist(world)::names)
        .isPresent();
  }

  /** No, because the key's address decides which host gets the token. */
  @Override
  public boolean trustsRules() {
    return false;
  }

  @Override
  public MasterKey complete(MasterKey to, World world) {
    return to.createdAt(world.clock());
  }

  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    return transit(world).wrap(share, VaultKey.of(to.fields()));
  }

  @Override
  public SecretBytes unwrap(WrappedKey key, World world) {
    return transit(world).unwrap(key.enc(), VaultKey.of(key.masterKey().fields()));
  }

  @Override
  public Optional<KeyMessage> keyMessage() {
    return Optional.of(new KeyMessage(5, "vault_address", "engine_path", "key_name"));
  }

  /** Drops the tokens: they are strings, which can't be wiped. */
  @Override
  public synchronized void close() {
    transit = null;
  }

  private synchronized Transit transit(World world) {
    if (transit == null) {
      transit = new Transit(world);
    }
    return transit;
  }
}
