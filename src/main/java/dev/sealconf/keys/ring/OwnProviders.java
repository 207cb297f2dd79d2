package dev.sealconf.keys.ring;

import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.services.ServiceClasses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The built-in providers, each created when it is first needed: decrypting a file needs only the
 * one or two that its metadata names. Safe for use by several threads.
 */
final class OwnProviders {
  private static final String SUFFIX = "KeyProvider";

  private final Optional<ServiceClasses<KeyProvider>> classes;
  private final Map<String, KeyProvider> byClass = new HashMap<>();
  private List<KeyProvider> all;

  private OwnProviders(Optional<ServiceClasses<KeyProvider>> classes, List<KeyProvider> all) {
    this.classes = classes;
    this.all = all;
  }

  /** Uses the providers discovered as services. */
  static OwnProviders installed() {
    return new OwnProviders(Optional.of(ServiceClasses.of(KeyProvider.class)), null);
  }

  /** Uses only these providers. */
  static OwnProviders of(List<KeyProvider> providers) {
    return new OwnProviders(Optional.empty(), List.copyOf(providers));
  }

  /** Returns all providers, in the order of the service list. */
  synchronized List<KeyProvider> all() {
    if (all == null) {
      List<KeyProvider> made = new ArrayList<>();
      for (String name : classes.orElseThrow().names()) {
        made.add(made(name));
      }
      all = List.copyOf(made);
    }
    return all;
  }

  /**
   * Returns the provider with this id. Looks for a class named after the id first; otherwise
   * creates all providers and compares their ids.
   */
  synchronized Optional<KeyProvider> named(String id) {
    if (classes.isPresent()) {
      Optional<String> name = classes.get().named(id, SUFFIX);
      if (name.isPresent()) {
        KeyProvider provider = made(name.get());
        if (provider.id().equals(id)) {
          return Optional.of(provider);
        }
      }
    }
    for (KeyProvider provider : all()) {
      if (provider.id().equals(id)) {
        return Optional.of(provider);
      }
    }
    return Optional.empty();
  }

  /** Returns the providers created so far. */
  synchronized List<KeyProvider> made() {
    return all == null ? List.copyOf(byClass.values()) : all;
  }

  private KeyProvider made(String name) {
    KeyProvider provider = byClass.get(name);
    if (provider == null) {
      provider = classes.orElseThrow().make(name);
      byClass.put(name, provider);
    }
    return provider;
  }
}
