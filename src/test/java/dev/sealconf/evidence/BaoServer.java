package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sealconf.Peers;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.net.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real OpenBao server in memory, with a transit engine, keys {@code one}, {@code two} and {@code
 * three}, and a token for each that may do nothing but encrypt and decrypt by it.
 */
final class BaoServer implements AutoCloseable {
  private static final String ROOT = "root";
  private static final int TRIES = 150;
  private static final JsonMapper JSON = new JsonMapper();

  private final Process process;
  private final String address;
  private final Optional<Path> authority;
  private final HttpClient client;

  /** Starts one that speaks HTTP. */
  static BaoServer plain(Path folder) throws IOException {
    return new BaoServer(folder, false);
  }

  /** Starts one that speaks TLS, with an authority of its own. */
  static BaoServer secure(Path folder) throws IOException {
    return new BaoServer(folder, true);
  }

  private BaoServer(Path folder, boolean tls) throws IOException {
    int port = freePort();
    address = (tls ? "https" : "http") + "://127.0.0.1:" + port;
    List<String> command = new ArrayList<>(List.of(Peers.BAO.path().toString(), "server", "-dev"));
    command.addAll(List.of("-dev-no-store-token", "-dev-root-token-id=" + ROOT));
    command.add("-dev-listen-address=127.0.0.1:" + port);
    if (tls) {
      command.addAll(List.of("-dev-tls", "-dev-tls-cert-dir=" + folder));
    }
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("HOME", folder.toString());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("bao.log").toFile());
    process = builder.start();
    authority = tls ? Optional.of(folder.resolve("vault-ca.pem")) : Optional.empty();
    awaitStart(port);
    client =
        HttpClient.newBuilder()
            .sslContext(
                Network.tls(authority.map(new Network(TestWorld.in(folder).world())::authorities)))
            .build();
    addEngine("");
  }

  String address() {
    return address;
  }

  /** The PEM file of the authority that vouches for it. */
  String authority() {
    return authority.orElseThrow().toString();
  }

  /** The URL of a key. */
  String key(String name) {
    return address + "/v1/transit/keys/" + name;
  }

  /** A token that may encrypt and decrypt by one key. */
  String token(String key) {
    return post("auth/token/create", "", "{\"policies\": [\"" + key + "\"]}")
        .path("auth")
        .path("client_token")
        .asString();
  }

  /** Lets AppRoles log in; gives the id and the secret of one that may use the key {@code one}. */
  List<String> appRole() {
    post("sys/auth/approle", "", "{\"type\": \"approle\"}");
    post("auth/approle/role/app", "", "{\"token_policies\": \"one\"}");
    String secret =
        post("auth/approle/role/app/secret-id", "", "{}").path("data").path("secret_id").asString();
    String role =
        send("GET", "auth/approle/role/app/role-id", "", "")
            .path("data")
            .path("role_id")
            .asString();
    return List.of(role, secret);
  }

  /**
   * Makes a namespace with an engine and keys of its own; gives a token for its key {@code one}.
   */
  String namespace(String name) {
    post("sys/namespaces/" + name, "", "{}");
    addEngine(name);
    return post("auth/token/create", name, "{\"policies\": [\"one\"]}")
        .path("auth")
        .path("client_token")
        .asString();
  }

  private void addEngine(String namespace) {
    post("sys/mounts/transit", namespace, "{\"type\": \"transit\"}");
    for (String key : List.of("one", "two", "three")) {
      post("transit/keys/" + key, namespace, "{}");
      String rules =
          "path \"transit/encrypt/KEY\" { capabilities = [\"update\"] }\n"
              + "path \"transit/decrypt/KEY\" { capabilities = [\"update\"] }\n";
      String body = JSON.createObjectNode().put("policy", rules.replace("KEY", key)).toString();
      post("sys/policies/acl/" + key, namespace, body);
    }
  }

  private JsonNode post(String path, String namespace, String body) {
    return send("POST", path, namespace, body);
  }

  private JsonNode send(String method, String path, String namespace, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + "/v1/" + path))
            .header("X-Vault-Token", ROOT)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!namespace.isEmpty()) {
      request.header("X-Vault-Namespace", namespace);
    }
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(path + ": " + answer.statusCode() + answer.body());
      }
      return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitStart(int port) throws IOException {
    for (int i = 0; ; i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (ConnectException e) {
        if (i == TRIES || !process.isAlive()) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
