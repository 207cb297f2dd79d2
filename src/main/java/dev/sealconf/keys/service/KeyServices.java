package dev.sealconf.keys.service;

import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.keys.ring.KeyService;
import java.util.ArrayList;
import java.util.List;

/**
 * The key services of a run, in SOPS's order: this machine's keys first, then the other services as
 * listed.
 *
 * @param local whether to use this machine's keys
 */
public record KeyServices(KeyProviders providers, boolean local, List<ServiceAddress> others)
    implements KeyRing.Services {

  @Override
  public List<KeyService> with(KeyService machine) {
    List<KeyService> services = new ArrayList<>();
    if (local) {
      services.add(machine);
    }
    for (ServiceAddress address : others) {
      services.add(new RemoteKeys(address, providers));
    }
    return services;
  }
}
