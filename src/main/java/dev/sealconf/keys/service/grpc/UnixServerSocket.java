package dev.sealconf.keys.service.grpc;

import dev.sealconf.io.SocketFile;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/** A Unix socket that listens already, as gRPC wants it. */
final class UnixServerSocket extends ServerSocket {
  private final SocketFile socket;

  UnixServerSocket(SocketFile socket) throws IOException {
    this.socket = socket;
  }

  /** Nothing to do: where it listens is settled. */
  @Override
  public void bind(SocketAddress anywhere) {}

  @Override
  public Socket accept() throws IOException {
    return new UnixSocket(socket.channel().accept());
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
