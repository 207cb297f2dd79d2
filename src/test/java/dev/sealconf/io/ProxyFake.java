package dev.sealconf.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy that opens tunnels, whatever host they are for, to one server of this machine, and may
 * want a password first.
 */
public final class ProxyFake implements AutoCloseable {
  private final ServerSocket socket;
  private final int server;
  private final String wanted;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /**
   * Starts it.
   *
   * @param server the port of the server
   * @param credentials {@code USER:PASSWORD}; empty if anybody may use it
   */
  public ProxyFake(int server, String credentials) {
    this.server = server;
    this.wanted =
        credentials.isEmpty()
            ? ""
            : "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(ISO_8859_1));
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** The heads of all requests so far. */
  public List<String> requests() {
    return requests;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true); // otherwise each answer waits 40 ms for an acknowledgment
      StringBuilder head = new StringBuilder();
      InputStream in = client.getInputStream();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      String text = head.toString();
      requests.add(text);
      if (!text.contains(wanted)) {
        say(client, "407 no\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0");
      } else if (text.startsWith("CONNECT ")) {
        tunnel(client);
      } else {
        say(client, "200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nproxy");
      }
    } catch (IOException e) {
      return; // the client went away
    }
  }

  private void tunnel(Socket client) throws IOException {
    try (Socket origin = new Socket(InetAddress.getLoopbackAddress(), server)) {
      origin.setTcpNoDelay(true);
      say(client, "200 OK");
      threads.execute(() -> copy(client, origin));
      copy(origin, client);
    }
  }

  private static void say(Socket client, String answer) throws IOException {
    boolean whole = answer.contains("\r\n\r\n");
    client.getOutputStream().write(("HTTP/1.1 " + answer).getBytes(ISO_8859_1));
    client.getOutputStream().write((whole ? "" : "\r\n\r\n").getBytes(ISO_8859_1));
    client.getOutputStream().flush();
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      return; // one of them went away
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
