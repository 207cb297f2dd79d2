package dev.sealconf.keys.ring;

import dev.sealconf.io.World;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.plugin.PluginFolders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The key providers, each created when it is first needed. Third parties' providers are loaded only
 * for a key that no built-in provider handles.
 */
public final class KeyProviders implements AutoCloseable {
  /** The variable that lists folders of third-party provider folders. */
  public static final String FOLDERS = PluginFolders.VARIABLE;

  private final OwnProviders own;
  private final Supplier<List<KeyProvider>> others;
  private List<KeyProvider> all;

  /** Uses only these providers. */
  public KeyProviders(List<KeyProvider> own) {
    this(OwnProviders.of(own), List::of);
  }

  private KeyProviders(OwnProviders own, Supplier<List<KeyProvider>> others) {
    this.own = own;
    this.others = others;
  }

  /** Returns the built-in providers. */
  public static KeyProviders installed() {
    return new KeyProviders(OwnProviders.installed(), List::of);
  }

  /** Returns the built-in providers and those in third parties' folders. */
  public static KeyProviders installed(World world) {
    OwnProviders own = OwnProviders.installed();
    return new KeyProviders(own, () -> ForeignProviders.load(ids(own.all()), world));
  }

  /** Returns the ids of the built-in providers. */
  public static List<String> ownIds() {
    return ids(OwnProviders.installed().all());
  }

  private static List<String> ids(List<KeyProvider> providers) {
    List<String> ids = new ArrayList<>();
    providers.forEach(provider -> ids.add(provider.id()));
    return ids;
  }

  /** Returns all providers, sorted by rank. */
  public synchronized List<KeyProvider> all() {
    if (all == null) {
      List<KeyProvider> sorted = new ArrayList<>(own.all());
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

  /** Closes every provider that was created. Called once, at the end of a run. */
  @Override
  public synchronized void close() {
    for (KeyProvider provider : all == null ? own.made() : all) {
      provider.close();
    }
  }

  /** Returns only the built-in providers. */
  public List<KeyProvider> builtIn() {
    return own.all();
  }

  /** Returns the provider with this id. */
  public Optional<KeyProvider> named(String id) {
    Optional<KeyProvider> ofProgram = own.named(id);
    if (ofProgram.isPresent()) {
      return ofProgram;
    }
    for (KeyProvider provider : all()) {
      if (provider.id().equals(id)) {
        return Optional.of(provider);
      }
    }
    return Optional.empty();
  }
}
