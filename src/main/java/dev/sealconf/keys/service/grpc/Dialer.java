package dev.sealconf.keys.service.grpc;

import dev.sealconf.io.net.Network;
import dev.sealconf.keys.service.ServiceAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import javax.net.SocketFactory;

/** Opens the connections of a channel: to the host that it names, or always to one Unix socket. */
final class Dialer extends SocketFactory {
  private final ServiceAddress address;

  Dialer(ServiceAddress address) {
    this.address = address;
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    if (address instanceof ServiceAddress.Unix unix) {
      return new UnixSocket(SocketChannel.open(UnixDomainSocketAddress.of(unix.path())));
    }
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException("gRPC does not choose where it comes from");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException("gRPC does not choose where it comes from");
  }

  private static Socket connected(InetSocketAddress to) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(to, (int) Network.CONNECT_TIMEOUT.toMillis());
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
