package dev.sealconf.keys.providers;

import com.google.auto.service.AutoService;
import com.google.crypto.tink.KmsClient;
import dev.sealconf.keys.FolderAdapter;
import dev.sealconf.keys.KeyProvider;
import java.util.Optional;
import java.util.ServiceLoader;

/** Makes a provider of a folder in which there is a Tink {@code KmsClient}, named as the folder. */
@AutoService(FolderAdapter.class)
public final class KmsClientAdapter implements FolderAdapter {

  @Override
  public Optional<KeyProvider> provider(String name, ClassLoader classes) {
    return ServiceLoader.load(KmsClient.class, classes).stream()
        .findFirst()
        .map(client -> new KmsClientProvider(name, client));
  }
}
