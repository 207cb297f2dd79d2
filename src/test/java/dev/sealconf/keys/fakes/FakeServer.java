package dev.sealconf.keys.fakes;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The web server behind a fake: answers with JSON, remembers what it was asked, and gives trouble
 * on demand. It listens on a free port of this machine only.
 */
final class FakeServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Request> requests = new ArrayList<>();
  private int failures;
  private int status;
  private String failing = "";
  private Duration delay = Duration.ZERO;

  /** One request. */
  record Request(String method, URI uri, Headers headers, byte[] body) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** A header; empty if it is not there. */
    String header(String name) {
      String value = headers.getFirst(name);
      return value == null ? "" : value;
    }

    /** A field of the query, or of a form in the body; empty if it is not there. */
    String field(String name) {
      String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
      Map<String, String> fields = new HashMap<>();
      for (String pair : (query + "&" + text()).split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          fields.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
      }
      return URLDecoder.decode(fields.getOrDefault(name, ""), StandardCharsets.UTF_8);
    }
  }

  /** One answer; {@code json} is sent as it is if it is an array of bytes. */
  record Answer(int status, Map<String, String> headers, Object json) {
    static Answer ok(Map<String, ?> json) {
      return new Answer(200, Map.of(), json);
    }

    static Answer error(int status, Object json) {
      return new Answer(status, Map.of(), json);
    }

    Answer with(String header, String value) {
      Map<String, String> all = new HashMap<>(headers);
      all.put(header, value);
      return new Answer(status, all, json);
    }
  }

  /** What makes answers. */
  interface Service {
    Answer answer(Request request) throws Exception;
  }

  /** A server that speaks plain HTTP. */
  static FakeServer plain(Service service) {
    try {
      return new FakeServer(HttpServer.create(anywhere(), 0), service);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server that speaks TLS. */
  static FakeServer secure(SSLContext tls, Service service) {
    try {
      HttpsServer server = HttpsServer.create(anywhere(), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(tls));
      return new FakeServer(server, service);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FakeServer(HttpServer server, Service service) {
    this.server = server;
    server.createContext("/", exchange -> handle(exchange, service));
    server.setExecutor(threads);
    server.start();
  }

  private static InetSocketAddress anywhere() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The next requests with this in their path are answered with a status, and not fulfilled. */
  synchronized void failNext(int times, int withStatus, String path) {
    failures = times;
    status = withStatus;
    failing = path;
  }

  /** Every request takes so long from now on. */
  synchronized void delay(Duration time) {
    delay = time;
  }

  /** How many requests had this in their path. */
  synchronized int count(String path) {
    return (int) requests.stream().filter(r -> r.uri().getPath().contains(path)).count();
  }

  /** The requests so far. */
  synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange, Service service) throws IOException {
    try (exchange) {
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              exchange.getRequestHeaders(),
              exchange.getRequestBody().readAllBytes());
      Answer answer = trouble(request);
      if (answer == null) {
        try {
          answer = service.answer(request);
        } catch (Exception e) {
          answer = Answer.error(500, Map.of("fake", e.toString()));
        }
      }
      byte[] body =
          answer.json() instanceof byte[] text ? text : JSON.writeValueAsBytes(answer.json());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer trouble(Request request) throws IOException {
    Duration time;
    Answer answer = null;
    synchronized (this) {
      requests.add(request);
      time = delay;
      if (failures > 0 && request.uri().getPath().contains(failing)) {
        failures--;
        answer = Answer.error(status, Map.of("error", "trouble on demand"));
      }
    }
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return answer;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
