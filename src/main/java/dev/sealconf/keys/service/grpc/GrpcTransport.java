package dev.sealconf.keys.service.grpc;

import dev.sealconf.io.World;
import dev.sealconf.keys.service.ServiceAddress;
import dev.sealconf.keys.service.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** gRPC over unencrypted HTTP/2, as in SOPS. */
public final class GrpcTransport implements Transport {
  /** Kept in a field because a logger loses its level once nothing refers to it. */
  private static final Logger LOGGER = Logger.getLogger("io.grpc");

  /** Silences gRPC, which would otherwise log stack traces to standard error. */
  public GrpcTransport() {
    LOGGER.setLevel(Level.OFF);
  }

  @Override
  public Line open(ServiceAddress address, Duration patience) {
    return new GrpcLine(address, patience);
  }

  @Override
  public Listener listen(ServiceAddress address, Handler handler, World world) throws IOException {
    return GrpcListener.start(address, handler, world);
  }
}
