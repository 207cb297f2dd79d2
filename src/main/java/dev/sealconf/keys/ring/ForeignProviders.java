package dev.sealconf.keys.ring;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.plugin.ClientKeys;
import dev.sealconf.plugin.PluginFolders;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Loads providers from third parties' folders. If a folder contains no provider but a Tink {@code
 * KmsClient}, it gets a provider with the folder's name.
 */
final class ForeignProviders {
  private ForeignProviders() {}

  /**
   * Returns all of them, except those whose id belongs to a built-in provider.
   *
   * @param own the ids of the built-in providers
   */
  static List<KeyProvider> load(List<String> own, World world) {
    List<KeyProvider> providers = new ArrayList<>();
    new PluginFolders(world).visit(own, (folder, classes) -> providers.addAll(in(folder, classes)));
    if (providers.removeIf(provider -> own.contains(provider.id()))) {
      world.tell().warn("ignoring an added provider that has the name of a built-in one");
    }
    return providers;
  }

  private static List<KeyProvider> in(String folder, ClassLoader classes) {
    List<KeyProvider> found = new ArrayList<>();
    ServiceLoader.load(KeyProvider.class, classes).forEach(found::add);
    if (found.isEmpty()) {
      requireWord(folder);
      ClientKeys.in(classes).ifPresent(keys -> found.add(new WrappingKeysProvider(folder, keys)));
    }
    return found;
  }

  /**
   * Checks a folder's name, which becomes a flag and the name of a metadata list, such as {@code
   * corp-2}.
   */
  private static void requireWord(String name) {
    boolean fits = name.charAt(0) >= 'a' && name.charAt(0) <= 'z';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      fits &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
    if (!fits) {
      throw new MachineFailure(Printable.quote(name) + " can't be the name of a provider");
    }
  }
}
