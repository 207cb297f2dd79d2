package dev.sealconf.keys.providers.azure.client;

import com.azure.security.keyvault.keys.cryptography.models.EncryptionAlgorithm;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.providers.azure.AzureKey;
import dev.sealconf.keys.providers.azure.VersionedKeys;
import dev.sealconf.vendor.Refusal;
import dev.sealconf.vendor.Requests;
import dev.sealconf.vendor.ServiceFailure;
import dev.sealconf.vendor.azure.client.AzureConnection;
import dev.sealconf.vendor.azure.client.AzureFailure;
import dev.sealconf.vendor.azure.client.Tenants;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Azure Key Vault through Azure's client: <a
 * href="https://learn.microsoft.com/rest/api/keyvault/keys/encrypt/encrypt">{@code encrypt} and
 * {@code decrypt}</a> with an RSA key, OAEP and SHA-256.
 */
public final class AzureKeyVault implements VersionedKeys {
  private static final EncryptionAlgorithm ALGORITHM = EncryptionAlgorithm.RSA_OAEP_256;

  private final Requests<MasterKey> requests = new Requests<>(new AzureAdvice());
  private final Map<String, Boolean> ownVaults = new ConcurrentHashMap<>();
  private AzureConnection connection;

  @Override
  public String currentVersion(MasterKey key, World world) {
    return requests.answer(
        KeyFailure.NotWrapped::new,
        key,
        world,
        () -> {
          AzureKey name = name(key);
          return asked(
              name,
              Refusal.MISSING,
              () -> keys(world).keys(name).getKey(name.name()).getProperties().getVersion());
        });
  }

  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    byte[] sealed =
        requests.answer(
            KeyFailure.NotWrapped::new,
            to,
            world,
            () -> {
              AzureKey name = name(to);
              return asked(
                  name,
                  Refusal.WRONG_KIND,
                  () ->
                      keys(world).cipher(name).encrypt(ALGORITHM, share.exposed()).getCipherText());
            });
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  @Override
  public SecretBytes unwrap(WrappedKey key, World world) {
    return requests.answer(
        KeyFailure.NotUnwrapped::new,
        key.masterKey(),
        world,
        () -> {
          AzureKey name = name(key.masterKey());
          byte[] sealed = decoded(key.enc());
          return SecretBytes.owning(
              asked(
                  name,
                  Refusal.UNFIT,
                  () -> keys(world).cipher(name).decrypt(ALGORITHM, sealed).getPlainText()));
        });
  }

  @Override
  public boolean isOfOwnTenant(MasterKey key, String domain, World world) {
    String vault = AzureKey.of(key.fields()).vault();
    Boolean known = ownVaults.get(vault);
    if (known == null) {
      known = askIfOfOwnTenant(key, domain, world);
      ownVaults.put(vault, known);
    }
    return known;
  }

  private boolean askIfOfOwnTenant(MasterKey key, String domain, World world) {
    return requests.answer(
        KeyFailure.NotUnwrapped::new,
        key,
        world,
        () -> {
          AzureKey name = name(key);
          return asked(
              name,
              Refusal.MISSING,
              () -> {
                Tenants tenants = new Tenants(world, connection(world));
                return tenants
                    .ofVault(name.address())
                    .filter(t -> tenants.userIsOf(t, domain))
                    .isPresent();
              });
        });
  }

  private static <T> T asked(AzureKey key, Refusal badRequest, Supplier<T> request)
      throws ServiceFailure {
    T answer;
    try {
      answer = request.get();
    } catch (dev.sealconf.error.SealconfException e) {
      throw e;
    } catch (RuntimeException e) {
      String host = Printable.quote(String.valueOf(URI.create(key.vault()).getHost()));
      throw AzureFailure.of(e, host, badRequest).from(e);
    }
    if (answer == null) {
      throw new ServiceFailure(Refusal.UNUSABLE_ANSWER, "not what was asked for");
    }
    return answer;
  }

  private AzureKeys keys(World world) {
    return new AzureKeys(connection(world));
  }

  private synchronized AzureConnection connection(World world) {
    if (connection == null) {
      connection = new AzureConnection(world);
    }
    return connection;
  }

  private static AzureKey name(MasterKey key) throws ServiceFailure {
    AzureKey name = AzureKey.of(key.fields());
    if (!name.valid()) {
      throw new ServiceFailure(Refusal.MISCONFIGURED, "that is not the address of a key");
    }
    return name;
  }

  private static byte[] decoded(String enc) throws ServiceFailure {
    try {
      return Base64.getUrlDecoder().decode(enc);
    } catch (IllegalArgumentException e) {
      throw new ServiceFailure(Refusal.UNFIT, "").from(e);
    }
  }
}
