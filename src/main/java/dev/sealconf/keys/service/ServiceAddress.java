package dev.sealconf.keys.service;

import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import java.nio.file.Path;

/** The address where a key service listens. */
public sealed interface ServiceAddress {
  /** The networks that a server may listen on. */
  String TCP_NETWORK = "tcp";

  String UNIX_NETWORK = "unix";

  /**
   * A host name or IP address (empty for all addresses of this machine) and a port from 0 to 65535.
   */
  record Tcp(String host, int port) implements ServiceAddress {
    @Override
    public String uri() {
      boolean colons = host.indexOf(':') >= 0;
      return "tcp://" + (colons ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public String server() {
      return "sealconf keyservice --address " + Printable.word(uri().substring("tcp://".length()));
    }
  }

  /** A Unix socket. The path is absolute. */
  record Unix(Path path) implements ServiceAddress {
    @Override
    public String uri() {
      return "unix://" + path;
    }

    @Override
    public String server() {
      return "sealconf keyservice --network unix --address " + Printable.word(path.toString());
    }
  }

  /**
   * Returns the form that {@code --keyservice} accepts. Untrusted if it came from another program.
   */
  String uri();

  /** Returns the command that starts a server at this address. */
  String server();

  /**
   * Parses {@code tcp://HOST:PORT} or {@code unix:///PATH}.
   *
   * @throws SealconfException a {@code UsageFailure.Mistake} if the text is anything else
   */
  static ServiceAddress parse(String uri, World world) {
    String text = uri.strip();
    if (text.startsWith("tcp://")) {
      Tcp address = tcp(text.substring("tcp://".length()), uri);
      if (!address.host().isEmpty() && address.port() > 0) {
        return address;
      }
    }
    if (text.startsWith("unix:///")) {
      return new Unix(world.resolve(text.substring("unix://".length())));
    }
    throw malformed(uri);
  }

  /**
   * Parses the address for a server to listen at, in the form that Go's {@code net.Listen} takes.
   *
   * @throws SealconfException a {@code UsageFailure.Mistake} if the network is unknown or the
   *     address malformed
   */
  static ServiceAddress listening(String network, String address, World world) {
    return switch (network) {
      case TCP_NETWORK -> tcp(address, address);
      case UNIX_NETWORK -> new Unix(world.resolve(address));
      default ->
          throw new UsageFailure.Mistake(
                  "a key service can't listen on the network " + Printable.quote(network))
              .hint("the networks are tcp and unix");
    };
  }

  private static Tcp tcp(String text, String whole) {
    String address = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    int colon = address.lastIndexOf(':');
    String host = colon < 0 ? "" : address.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    int port = port(address.substring(colon + 1));
    boolean plain = bracketed || bare.indexOf(':') < 0;
    if (colon < 0 || port < 0 || !plain || bare.indexOf('/') >= 0 || bare.indexOf('@') >= 0) {
      throw malformed(whole);
    }
    return new Tcp(bare, port);
  }

  private static int port(String text) {
    boolean number = !text.isEmpty() && text.length() <= 5;
    for (int i = 0; i < text.length(); i++) {
      number &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    int port = number ? Integer.parseInt(text) : -1;
    return port > 65535 ? -1 : port;
  }

  private static SealconfException malformed(String text) {
    return new UsageFailure.Mistake(Printable.quote(text) + " is not the address of a key service")
        .hint("--keyservice takes tcp://HOST:PORT and unix:///PATH, --address HOST:PORT or a path");
  }
}
