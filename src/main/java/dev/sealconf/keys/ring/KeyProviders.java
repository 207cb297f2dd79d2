package dev.sealconf.keys.ring;

import dev.sealconf.io.World;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.plugin.PluginFolders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** The key providers. Those of third parties are loaded when no other has the id of a key. */
public final class KeyProviders implements AutoCloseable {
  /** The variable that names folders of third parties' folders. */
  public static final String FOLDERS = PluginFolders.VARIABLE;

  private final List<KeyProvider> own;
  private final Supplier<List<KeyProvider>> others;
  private List<KeyProvider> all;

  /** These and no others. */
  public KeyProviders(List<KeyProvider> own) {
    this(own, List::of);
  }

  private KeyProviders(List<KeyProvider> own, Supplier<List<KeyProvider>> others) {
    this.own = own;
    this.others = others;
  }

  /** Those of this program. */
  public static KeyProviders installed() {
    return new KeyProviders(services());
  }

  /** Those of this program, and those in the folders of third parties. */
  public static KeyProviders installed(World world) {
    List<KeyProvider> own = services();
    return new KeyProviders(own, () -> ForeignProviders.load(ids(own), world));
  }

  /** The ids of those of this program. */
  public static List<String> ownIds() {
    return ids(services());
  }

  private static List<String> ids(List<KeyProvider> providers) {
    List<String> ids = new ArrayList<>();
    providers.forEach(provider -> ids.add(provider.id()));
    return ids;
  }

  private static List<KeyProvider> services() {
    List<KeyProvider> services = new ArrayList<>();
    for (KeyProvider provider : ServiceLoader.load(KeyProvider.class)) {
      services.add(provider);
    }
    return services;
  }

  /** All of them, by rank. */
  public synchronized List<KeyProvider> all() {
    if (all == null) {
      List<KeyProvider> sorted = new ArrayList<>(own);
      sorted.addAll(others.get());
      sorted.sort(
          (a, b) ->
              a.rank() == b.rank()
                  ? a.id().compareTo(b.id())
                  : Integer.compare(a.rank(), b.rank()));
      all = List.copyOf(sorted);
    }
    return all;
  }

  /** Closes every provider that was loaded; called once, at the end of a run. */
  @Override
  public synchronized void close() {
    for (KeyProvider provider : all == null ? own : all) {
      provider.close();
    }
  }

  /** Those of this program alone. */
  public List<KeyProvider> builtIn() {
    return List.copyOf(own);
  }

  /** The provider of this id. */
  public Optional<KeyProvider> named(String id) {
    return named(own, id).or(() -> named(all(), id));
  }

  private static Optional<KeyProvider> named(List<KeyProvider> providers, String id) {
    for (KeyProvider provider : providers) {
      if (provider.id().equals(id)) {
        return Optional.of(provider);
      }
    }
    return Optional.empty();
  }
}
