package dev.sealconf.keys.providers;

import com.google.auto.service.AutoService;
import com.google.crypto.tink.KmsClient;
import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.keys.spi.FolderAdapter;
import dev.sealconf.keys.spi.KeyProvider;
import java.util.Optional;
import java.util.ServiceLoader;

/** Makes a provider of a folder in which there is a Tink {@code KmsClient}, named as the folder. */
@AutoService(FolderAdapter.class)
public final class KmsClientAdapter implements FolderAdapter {

  @Override
  public Optional<KeyProvider> provider(String name, ClassLoader classes) {
    if (!isWord(name)) {
      throw new MachineFailure(Printable.quote(name) + " can't be the name of a provider");
    }
    return ServiceLoader.load(KmsClient.class, classes).stream()
        .findFirst()
        .map(client -> new KmsClientProvider(name, client));
  }

  /** Whether it can be a flag and the name of a list: {@code corp-2}. */
  private static boolean isWord(String name) {
    boolean fits = name.charAt(0) >= 'a' && name.charAt(0) <= 'z';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      fits &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
    return fits;
  }
}
