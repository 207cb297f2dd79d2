package dev.sealconf.keys.providers.huawei.client;

import com.huaweicloud.sdk.core.http.HttpConfig;
import com.huaweicloud.sdk.core.region.Region;
import com.huaweicloud.sdk.kms.v2.KmsClient;
import com.huaweicloud.sdk.kms.v2.model.DecryptDataRequest;
import com.huaweicloud.sdk.kms.v2.model.DecryptDataRequestBody;
import com.huaweicloud.sdk.kms.v2.model.EncryptDataRequest;
import com.huaweicloud.sdk.kms.v2.model.EncryptDataRequestBody;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.net.Network;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.providers.huawei.HuaweiClient;
import dev.sealconf.keys.providers.huawei.HuaweiKey;
import dev.sealconf.vendor.Refusal;
import dev.sealconf.vendor.Requests;
import dev.sealconf.vendor.ServiceFailure;
import dev.sealconf.vendor.huawei.client.HuaweiCredentials;
import dev.sealconf.vendor.huawei.client.HuaweiFailure;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.net.ssl.X509TrustManager;

/**
 * Huawei Cloud KMS through the vendor's client: <a
 * href="https://support.huaweicloud.com/eu/api-dew/EncryptData.html">{@code encrypt-data} and
 * {@code decrypt-data}</a> with a symmetric key.
 */
public final class HuaweiKms implements HuaweiClient {
  private final Requests<MasterKey> requests = new Requests<>(new HuaweiAdvice());
  private final Map<String, KmsClient> clients = new TreeMap<>();
  private HuaweiCredentials.Found user;

  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    return requests.answer(
        KeyFailure.NotWrapped::new,
        to,
        world,
        () -> {
          HuaweiKey key = key(to);
          EncryptDataRequestBody body =
              new EncryptDataRequestBody()
                  .withKeyId(key.id())
                  .withPlainText(Base64.getEncoder().encodeToString(share.exposed()))
                  .withEncryptionAlgorithm(
                      EncryptDataRequestBody.EncryptionAlgorithmEnum.SYMMETRIC_DEFAULT);
          EncryptDataRequest request = new EncryptDataRequest().withBody(body);
          return asked(key, world, kms -> kms.encryptData(request).getCipherText());
        });
  }

  @Override
  public SecretBytes unwrap(WrappedKey wrapped, World world) {
    return requests.answer(
        KeyFailure.NotUnwrapped::new,
        wrapped.masterKey(),
        world,
        () -> {
          HuaweiKey key = key(wrapped.masterKey());
          DecryptDataRequestBody body =
              new DecryptDataRequestBody()
                  .withKeyId(key.id())
                  .withCipherText(wrapped.enc())
                  .withEncryptionAlgorithm(
                      DecryptDataRequestBody.EncryptionAlgorithmEnum.SYMMETRIC_DEFAULT);
          DecryptDataRequest request = new DecryptDataRequest().withBody(body);
          return decoded(asked(key, world, kms -> kms.decryptData(request).getPlainText()));
        });
  }

  @Override
  public boolean hasProject(MasterKey key, World world) {
    return requests.answer(
        KeyFailure.NotUnwrapped::new, key, world, () -> user(world).hasProject());
  }

  private String asked(HuaweiKey key, World world, Function<KmsClient, String> request)
      throws ServiceFailure {
    Region region = HuaweiRegion.of(key.region(), world);
    KmsClient client = client(region, world);
    String answer;
    try {
      answer = request.apply(client);
    } catch (SealconfException e) {
      throw e;
    } catch (RuntimeException e) {
      String host = Printable.quote(String.valueOf(HuaweiRegion.address(region).getHost()));
      throw HuaweiFailure.of(e, host, user.place());
    }
    if (answer == null) {
      throw new ServiceFailure(Refusal.UNUSABLE_ANSWER, "it is empty");
    }
    return answer;
  }

  private synchronized HuaweiCredentials.Found user(World world) throws ServiceFailure {
    if (user == null) {
      user = new HuaweiCredentials(world).find();
    }
    return user;
  }

  private synchronized KmsClient client(Region region, World world) throws ServiceFailure {
    user(world);
    KmsClient client = clients.get(region.getId());
    if (client == null) {
      client = open(region, world);
      clients.put(region.getId(), client);
    }
    return client;
  }

  /**
   * Creates the vendor's client. If the credentials name no project, the client asks for the
   * region's project when it is created.
   */
  private KmsClient open(Region region, World world) throws ServiceFailure {
    HttpConfig http = http(HuaweiRegion.address(region), new Network(world));
    try {
      return KmsClient.newBuilder()
          .withCredential(user.credentials())
          .withHttpConfig(http)
          .withRegion(region)
          .build();
    } catch (RuntimeException e) {
      throw HuaweiFailure.of(e, "the vendor's identity service", user.place()).from(e);
    }
  }

  private static HttpConfig http(URI service, Network network) {
    HttpConfig http =
        HttpConfig.getDefaultHttpConfig()
            .withConnectionTimeout((int) Network.CONNECT_TIMEOUT.toSeconds())
            .withReadTimeout((int) Network.REQUEST_TIMEOUT.toSeconds());
    Optional<URI> proxy = network.proxy(service);
    if (proxy.isPresent()) {
      http.withProxyHost(proxy.get().getHost()).withProxyPort(proxy.get().getPort());
      Network.credentials(proxy.get())
          .ifPresent(
              user ->
                  http.withProxyUsername(user.getUserName())
                      .withProxyPassword(new String(user.getPassword())));
    }
    Optional<X509TrustManager> authorities = network.authorities();
    authorities.ifPresent(
        manager ->
            http.withSSLSocketFactory(Network.tls(authorities).getSocketFactory())
                .withX509TrustManager(manager));
    return http;
  }

  private static HuaweiKey key(MasterKey key) throws ServiceFailure {
    HuaweiKey name = HuaweiKey.of(key.fields());
    if (!name.valid()) {
      throw new ServiceFailure(Refusal.MISCONFIGURED, "that is not the name of one of its keys");
    }
    return name;
  }

  private static SecretBytes decoded(String plain) throws ServiceFailure {
    try {
      return SecretBytes.owning(Base64.getDecoder().decode(plain));
    } catch (IllegalArgumentException e) {
      throw new ServiceFailure(Refusal.UNUSABLE_ANSWER, "it is not Base64").from(e);
    }
  }
}
