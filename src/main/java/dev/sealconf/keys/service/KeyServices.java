package dev.sealconf.keys.service;

import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.keys.ring.KeyService;
import java.util.ArrayList;
import java.util.List;

/**
 * The key services of a run, in the order of SOPS: this machine's keys, then the others as they
 * were named.
 *
 * @param local whether this machine's keys are among them
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
