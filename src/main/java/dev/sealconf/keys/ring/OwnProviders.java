package dev.sealconf.keys.ring;

import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.services.ServiceClasses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The providers of this program, each made when it is first asked for: opening a file takes the one
 * or two that its metadata names. May be used from several threads.
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

  /** Those that are found as services. */
  static OwnProviders installed() {
    return new OwnProviders(Optional.of(ServiceClasses.of(KeyProvider.class)), null);
  }

  /** These and no others. */
  static OwnProviders of(List<KeyProvider> providers) {
    return new OwnProviders(Optional.empty(), List.copyOf(providers));
  }

  /** All of them, in the order of the list of services. */
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

  /** The one of this id. Its class is called as the id, or else all are made and asked. */
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

  /** Those that have been made so far. */
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
