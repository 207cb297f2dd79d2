package dev.sealconf.keys.fakes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy for HTTPS (the method {@code CONNECT}) that leads some hosts to a server of this machine,
 * and no others anywhere.
 */
final class FakeProxy implements AutoCloseable {
  private final ServerSocket socket;
  private final int target;
  private final List<String> domains;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Leads these hosts, and all that end with one that starts with a dot, to a port. */
  FakeProxy(int target, List<String> domains) {
    this.target = target;
    this.domains = domains;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  String address() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** The hosts that it was asked for, those that it does not know included. */
  List<String> asked() {
    return List.copyOf(asked);
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
      String head = head(client.getInputStream());
      String[] words = head.split(" ", 3);
      String host = words.length < 2 ? "" : words[1].replaceFirst(":\\d+$", "");
      asked.add(host);
      boolean known =
          domains.stream().anyMatch(d -> d.startsWith(".") ? host.endsWith(d) : host.equals(d));
      if (!words[0].equals("CONNECT") || !known) {
        send(client.getOutputStream(), "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        return;
      }
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
        send(client.getOutputStream(), "HTTP/1.1 200 OK\r\n\r\n");
        threads.execute(() -> pump(server, client));
        pump(client, server);
      }
    } catch (IOException e) {
      return;
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int c;
    while (head.indexOf("\r\n\r\n") < 0 && (c = in.read()) >= 0) {
      head.append((char) c);
    }
    return head.toString();
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      return;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
