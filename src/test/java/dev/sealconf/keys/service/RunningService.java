package dev.sealconf.keys.service;

import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.ring.NamedKeys;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A key service in this process, and a client of it. */
final class RunningService implements AutoCloseable {
  static final KeyProviders PROVIDERS = KeyProviders.installed();

  /** What it logged. */
  final List<String> log = new CopyOnWriteArrayList<>();

  private final Transport.Listener listener;

  /** A service with the keys of a world; {@code uri} is where it listens. */
  RunningService(TestWorld world, ServiceAddress address, boolean asks, MasterKey... named)
      throws IOException {
    var machine = world.world();
    Optional<Doorkeeper> doorkeeper =
        asks ? Optional.of(new Doorkeeper(machine)) : Optional.empty();
    KeyServer server =
        new KeyServer(
            KeyProviders.installed(),
            machine,
            NamedKeys.byFlagsOnly(List.of(named)),
            doorkeeper,
            log::add);
    listener = Transport.installed().listen(address, server, machine);
  }

  ServiceAddress address() {
    return listener.address();
  }

  boolean beyondThisMachine() {
    return listener.beyondThisMachine();
  }

  RemoteKeys client() {
    return new RemoteKeys(address(), PROVIDERS);
  }

  RemoteKeys client(Duration patience) {
    return new RemoteKeys(address(), PROVIDERS, patience, System::nanoTime);
  }

  Transport.Line line() {
    return Transport.installed().open(address(), Duration.ofSeconds(20));
  }

  @Override
  public void close() {
    listener.close();
  }
}
