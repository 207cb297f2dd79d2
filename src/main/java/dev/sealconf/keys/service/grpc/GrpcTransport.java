package dev.sealconf.keys.service.grpc;

import dev.sealconf.io.World;
import dev.sealconf.keys.service.ServiceAddress;
import dev.sealconf.keys.service.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** gRPC over plain HTTP/2, as SOPS has it. */
public final class GrpcTransport implements Transport {
  /** Held, because a logger without a reference loses its level. */
  private static final Logger LOGGER = Logger.getLogger("io.grpc");

  /** Silences gRPC, which would log with stack traces on standard error. */
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
