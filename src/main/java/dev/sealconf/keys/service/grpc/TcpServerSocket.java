package dev.sealconf.keys.service.grpc;

import dev.sealconf.io.World;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** A TCP server socket behind a {@link Gate}. */
final class TcpServerSocket extends ServerSocket {
  private final Gate gate;

  TcpServerSocket(World world, int most) throws IOException {
    this.gate = new Gate(world, most, this::isClosed);
  }

  @Override
  public Socket accept() throws IOException {
    return gate.next(
        place -> {
          Connection connection = new Connection(place);
          implAccept(connection);
          return connection;
        });
  }

  private static final class Connection extends Socket {
    private final Gate.Place place;

    Connection(Gate.Place place) {
      this.place = place;
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        place.free();
      }
    }
  }
}
