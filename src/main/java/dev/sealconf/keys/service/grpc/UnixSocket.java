package dev.sealconf.keys.service.grpc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * A connected Unix socket in the form that gRPC expects. Java offers such sockets only as channels,
 * and its own channel streams can't be read and written at the same time.
 */
final class UnixSocket extends Socket {
  private final SocketChannel channel;
  private final Runnable onClose;

  UnixSocket(SocketChannel channel) {
    this(channel, () -> {});
  }

  /** Creates a socket that runs {@code onClose} each time it is closed. */
  UnixSocket(SocketChannel channel, Runnable onClose) {
    this.channel = channel;
    this.onClose = onClose;
  }

  @Override
  public InputStream getInputStream() {
    return new Input();
  }

  @Override
  public OutputStream getOutputStream() {
    return new Output();
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return address(true);
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return address(false);
  }

  private SocketAddress address(boolean local) {
    try {
      return local ? channel.getLocalAddress() : channel.getRemoteAddress();
    } catch (IOException e) {
      return UnixDomainSocketAddress.of("");
    }
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      onClose.run();
    }
  }

  @Override
  public void shutdownInput() throws IOException {
    channel.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    channel.shutdownOutput();
  }

  /** Does nothing: a Unix socket doesn't delay packets. */
  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public String toString() {
    return "Unix socket";
  }

  private final class Input extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      return channel.read(ByteBuffer.wrap(bytes, from, count));
    }

    @Override
    public void close() throws IOException {
      UnixSocket.this.close();
    }
  }

  private final class Output extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      ByteBuffer left = ByteBuffer.wrap(bytes, from, count);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }

    @Override
    public void close() throws IOException {
      UnixSocket.this.close();
    }
  }
}
