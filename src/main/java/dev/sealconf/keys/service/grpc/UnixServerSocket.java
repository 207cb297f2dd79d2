package dev.sealconf.keys.service.grpc;

import dev.sealconf.io.World;
import dev.sealconf.io.net.SocketFile;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/**
 * A Unix server socket that is already listening, behind a {@link Gate}, in the form that gRPC
 * expects.
 */
final class UnixServerSocket extends ServerSocket {
  private final SocketFile socket;
  private final Gate gate;

  UnixServerSocket(SocketFile socket, World world, int most) throws IOException {
    this.socket = socket;
    this.gate = new Gate(world, most, this::isClosed);
  }

  /** Does nothing: the socket is already bound. */
  @Override
  public void bind(SocketAddress anywhere) {}

  @Override
  public Socket accept() throws IOException {
    return gate.next(place -> new UnixSocket(socket.channel().accept(), place::free));
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return UnixDomainSocketAddress.of(socket.file());
  }

  @Override
  public boolean isClosed() {
    return !socket.channel().isOpen();
  }

  @Override
  public void close() {
    socket.close();
  }

  @Override
  public String toString() {
    return "Unix socket";
  }
}
