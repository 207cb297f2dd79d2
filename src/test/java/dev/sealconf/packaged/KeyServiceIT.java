package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a key service, and as a client of it that has no key. */
class KeyServiceIT {
  private static final String RECIPIENT =
      "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun";
  private static final String PLAIN = "password: hunter2\n";

  @TempDir Path root;
  private Packaged client;
  private Path plain;
  private Path socket;
  private Process server;

  @BeforeEach
  void open() throws Exception {
    Path work = Files.createDirectory(root.resolve("client"));
    client = new Packaged(work);
    plain = Files.writeString(work.resolve("plain.yaml"), PLAIN);
    socket = root.resolve("keys.sock");
    server = serve();
  }

  @AfterEach
  void close() throws InterruptedException {
    server.destroyForcibly().waitFor();
  }

  @Test
  void servesAClientWithoutKeysAndStopsAtOnce() throws Exception {
    Result encrypted = ask("encrypt", "--age", RECIPIENT, plain.toString());
    assertThat(encrypted.exit()).as(encrypted.err()).isZero();
    Path sealed = Files.writeString(root.resolve("client/sealed.yaml"), encrypted.out());

    assertThat(client.run("decrypt", sealed.toString()).exit()).isEqualTo(128);
    assertThat(ask("decrypt", sealed.toString()).out()).isEqualTo(PLAIN);
    server.destroy();
    assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isEqualTo(143);
    assertThat(Files.exists(socket, LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertThat(ask("decrypt", sealed.toString()).err()).contains("can't be reached");
    assertThat(log()).isEqualTo("listening on unix://" + socket + "\n");
  }

  @Test
  void replacesTheSocketOfAKilledServer() throws Exception {
    server.destroyForcibly().waitFor();
    assertThat(Files.exists(socket, LinkOption.NOFOLLOW_LINKS)).isTrue();
    server = serve();
    assertThat(ask("encrypt", "--age", RECIPIENT, plain.toString()).exit()).isZero();
  }

  @Test
  void doesNotCallTheServiceIfALocalKeyFits() throws Exception {
    Path classes = root.resolve("classes.log");
    String sealed = ask("encrypt", "--age", RECIPIENT, plain.toString()).out();
    Path file = Files.writeString(root.resolve("client/sealed.yaml"), sealed);
    client.withKey().with("SEALCONF_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes);
    Result result = client.run("decrypt", "--keyservice", "unix:///nowhere", file.toString());

    assertThat(result.out()).isEqualTo(PLAIN);
    List<String> loaded = Files.readAllLines(classes);
    assertThat(loaded).hasSizeGreaterThan(300);
    assertThat(loaded).noneMatch(line -> line.contains("grpc") || line.contains("Transport"));
  }

  @Test
  void continuesAfterRunningOutOfFileDescriptors() throws Exception {
    server.destroyForcibly().waitFor();
    Path program = Packaged.DISTRIBUTION.resolve("bin/sealconf");
    String[] words = {"-c", "ulimit -n 60; exec \"$@\"", "sh", program.toString()};
    server = serve(Path.of("/bin/sh"), List.of(words), "127.0.0.1:0", "tcp");
    String address = log().strip().substring("listening on ".length());
    int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    List<Socket> flood = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      flood.add(new Socket(InetAddress.getLoopbackAddress(), port));
    }
    for (Socket connection : flood) {
      connection.close();
    }

    Result encrypted = askAt(address, "encrypt", "--age", RECIPIENT, plain.toString());
    assertThat(encrypted.exit()).as(encrypted.err() + log()).isZero();
  }

  private Result ask(String verb, String... words) throws Exception {
    return askAt("unix://" + socket, verb, words);
  }

  private Result askAt(String address, String verb, String... words) throws Exception {
    String[] all = new String[words.length + 4];
    all[0] = verb;
    all[1] = "--enable-local-keyservice=false";
    all[2] = "--keyservice";
    all[3] = address;
    System.arraycopy(words, 0, all, 4, words.length);
    return client.run(all);
  }

  private Process serve() throws Exception {
    Path program = Packaged.DISTRIBUTION.resolve("bin/sealconf");
    return serve(program, List.of(), socket.toString(), "unix");
  }

  private Process serve(Path program, List<String> before, String address, String network)
      throws Exception {
    Path work = Files.createDirectories(root.resolve("server"));
    Path log = root.resolve("server.log");
    Files.deleteIfExists(log);
    List<String> words = new ArrayList<>(before);
    words.addAll(List.of("keyservice", "--network", network, "--address", address));
    server =
        new Packaged(work)
            .withKey()
            .start(program, root.resolve("server.out"), log, words.toArray(String[]::new));
    awaitLog("listening");
    return server;
  }

  private void awaitLog(String words) throws Exception {
    Instant limit = Instant.now().plus(Duration.ofSeconds(60));
    Path log = root.resolve("server.log");
    while (!Files.exists(log) || !log().contains(words)) {
      assertThat(Instant.now()).as(log()).isBefore(limit);
      assertThat(server.isAlive()).as(log()).isTrue();
      Thread.sleep(50);
    }
  }

  private String log() throws IOException {
    return Files.readString(root.resolve("server.log"));
  }
}
