package dev.sealconf.keys;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The providers there are, by rank. */
public record KeyProviders(List<KeyProvider> all) {

  /** Those on the class path. */
  public static KeyProviders installed() {
    return new KeyProviders(
        ServiceLoader.load(KeyProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted((a, b) -> Integer.compare(a.rank(), b.rank()))
            .toList());
  }

  public Optional<KeyProvider> named(String id) {
    return all.stream().filter(p -> p.id().equals(id)).findFirst();
  }
}
