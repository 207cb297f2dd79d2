package dev.sealconf.evidence;

import dev.sealconf.Peers;
import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A key service that listens until it is closed: real SOPS, or this program's command. */
final class KeyServiceProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String uri;
  private final Callable<Integer> end;

  private KeyServiceProcess(String uri, Callable<Integer> end) {
    this.uri = uri;
    this.end = end;
  }

  /** What {@code --keyservice} takes. */
  String uri() {
    return uri;
  }

  /** Real SOPS on {@code tcp} or {@code unix}. */
  static KeyServiceProcess sops(
      Peers peer, String network, Path folder, Map<String, String> environment) throws Exception {
    String address = address(network, folder);
    List<String> command =
        List.of(peer.path().toString(), "keyservice", "--network", network, "--address", address);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(new File("/dev/null"));
    Process process = builder.start();
    KeyServiceProcess service =
        new KeyServiceProcess(uri(network, address), () -> process.destroyForcibly().waitFor());
    service.awaitListening(network, address);
    return service;
  }

  /** This program's command on {@code tcp} or {@code unix}, in a thread of this process. */
  static KeyServiceProcess sealconf(String network, Path folder, TestWorld world, String... more)
      throws Exception {
    String address = address(network, folder);
    List<String> words = new ArrayList<>(List.of("keyservice", "--net", network));
    words.addAll(List.of("--addr", address));
    words.addAll(List.of(more));
    CompletableFuture<Integer> exit = new CompletableFuture<>();
    Thread thread =
        new Thread(() -> exit.complete(CommandLines.run(world.world(), "sealconf", words)));
    thread.start();
    KeyServiceProcess service =
        new KeyServiceProcess(
            uri(network, address),
            () -> {
              thread.interrupt();
              return exit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            });
    service.awaitListening(network, address);
    return service;
  }

  @Override
  public void close() {
    try {
      end.call();
    } catch (Exception e) {
      throw new AssertionError("the key service does not end", e);
    }
  }

  private static String address(String network, Path folder) throws IOException {
    if (network.equals("unix")) {
      return folder.resolve("keys.sock").toString();
    }
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:" + free.getLocalPort();
    }
  }

  private static String uri(String network, String address) {
    return network + "://" + address;
  }

  private void awaitListening(String network, String address) throws Exception {
    SocketAddress to =
        network.equals("unix")
            ? UnixDomainSocketAddress.of(address)
            : new InetSocketAddress(
                "127.0.0.1", Integer.parseInt(address.substring(address.indexOf(':') + 1)));
    Instant limit = Instant.now().plus(PATIENCE);
    while (!accepts(to)) {
      if (Instant.now().isAfter(limit)) {
        close();
        throw new AssertionError("nobody listens at " + uri);
      }
      Thread.sleep(20);
    }
  }

  private static boolean accepts(SocketAddress address) {
    try (SocketChannel channel = SocketChannel.open(address)) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
