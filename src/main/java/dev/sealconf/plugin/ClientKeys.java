package dev.sealconf.plugin;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import dev.sealconf.io.World;
import java.util.Optional;
import java.util.ServiceLoader;

/** The keys of a third party's Tink {@code KmsClient}, which is created when first needed. */
public final class ClientKeys implements WrappingKeys {
  private final ServiceLoader.Provider<KmsClient> service;
  private KmsClient client;

  private ClientKeys(ServiceLoader.Provider<KmsClient> service) {
    this.service = service;
  }

  /** Returns the keys of the first client among these classes, or empty if there is no client. */
  public static Optional<WrappingKeys> in(ClassLoader classes) {
    return ServiceLoader.load(KmsClient.class, classes).stream().findFirst().map(ClientKeys::new);
  }

  /** Unknown: a client only says whether it supports a given URI. */
  @Override
  public String prefix() {
    return "";
  }

  @Override
  public boolean supports(String uri) {
    return client().doesSupport(uri);
  }

  /**
   * {@inheritDoc} The client finds its own credentials. Its {@code GeneralSecurityException} may
   * also mean that its service can't be reached.
   */
  @Override
  public Aead aead(String uri, World world) {
    return ForeignKey.of(client(), uri);
  }

  private synchronized KmsClient client() {
    if (client == null) {
      client = service.get();
    }
    return client;
  }
}
