package dev.sealconf.keys.fakes;

import com.google.auto.service.AutoService;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.sealconf.keys.fakes.KmsFakeKeys.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * AWS KMS with the operations Encrypt and Decrypt, and what gives credentials: parts of STS, of IAM
 * Identity Center, of a container's and of an instance's metadata. It knows who asks by the access
 * key id that a request is signed with.
 */
@AutoService(ServiceFake.class)
public final class KmsFake implements ServiceFake {
  public static final String ACCOUNT = "111122223333";
  public static final String KEY = key("eu-central-1", "1234abcd-12ab-34cd-56ef-1234567890ab");
  public static final String ALIAS = "arn:aws:kms:eu-central-1:" + ACCOUNT + ":alias/team";
  public static final String FAR_KEY = key("us-east-1", "mrk-1");
  public static final String DISABLED_KEY = key("eu-central-1", "disabled");
  public static final String DELETED_KEY = key("eu-central-1", "deleted");
  public static final String MISSING_KEY = key("eu-central-1", "missing");
  public static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/sealconf";
  public static final String HOLDER = "AKIAHOLDER";
  public static final String STRANGER = "AKIASTRANGER";

  /** Someone of another account, 999988887777, who may use the keys all the same. */
  public static final String FOREIGNER = "AKIAFOREIGNER";

  /** What stands in the file of a web identity, and what a login at Identity Center leaves. */
  public static final String IDENTITY = "token-of-somebody-who-is-known";

  public static final String SECRET = "secret+of+the+access+key/0123456789ABCD";

  static {
    // Else each answer waits for the acknowledgement of its own headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final long PATIENCE_SECONDS = 20;

  private final KmsFakeKeys keys = new KmsFakeKeys();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<Map<String, String>> contexts = new CopyOnWriteArrayList<>();
  private final AtomicInteger throttled = new AtomicInteger();
  private volatile CyclicBarrier meeting = new CyclicBarrier(1);
  private final SSLContext tls;
  private HttpServer server;
  private ExecutorService threads;

  /**
   * A request that came in.
   *
   * @param operation such as {@code Decrypt} or {@code AssumeRole}
   * @param accessKey the id of the key it is signed with; empty if it is not signed
   * @param detail the key asked for, or the name of the session
   * @param answer the error's name, or {@code OK}
   */
  public record Call(String operation, String accessKey, String detail, String answer) {}

  public KmsFake() {
    this(null);
  }

  private KmsFake(SSLContext tls) {
    this.tls = tls;
  }

  /** One that speaks HTTPS. */
  public static KmsFake over(SSLContext tls) {
    return new KmsFake(tls);
  }

  @Override
  public String id() {
    return "kms";
  }

  @Override
  public synchronized String address() {
    if (server == null) {
      server = create();
      threads = Executors.newCachedThreadPool();
      server.setExecutor(threads);
      server.createContext("/", this::serve);
      server.start();
    }
    return (tls == null ? "http" : "https") + "://127.0.0.1:" + port();
  }

  /** The port it listens on, once it does. */
  public int port() {
    return server.getAddress().getPort();
  }

  private HttpServer create() {
    InetSocketAddress at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try {
      if (tls == null) {
        return HttpServer.create(at, 0);
      }
      HttpsServer secure = HttpsServer.create(at, 0);
      secure.setHttpsConfigurator(new HttpsConfigurator(tls));
      return secure;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> holder() {
    return with(HOLDER);
  }

  @Override
  public Map<String, String> stranger() {
    return with(STRANGER);
  }

  @Override
  public Map<String, String> noOne() {
    return Map.of("AWS_ENDPOINT_URL", address(), "AWS_EC2_METADATA_DISABLED", "true");
  }

  /** The environment of someone with this access key. */
  public Map<String, String> with(String accessKey) {
    Map<String, String> environment = new TreeMap<>(noOne());
    environment.put("AWS_ACCESS_KEY_ID", accessKey);
    environment.put("AWS_SECRET_ACCESS_KEY", SECRET);
    return environment;
  }

  /** Everything that was asked so far. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** The encryption contexts of what was asked so far. */
  public List<Map<String, String>> contexts() {
    return List.copyOf(contexts);
  }

  /** The calls of an operation that were answered so. */
  public long count(String operation, String answer) {
    return calls.stream()
        .filter(call -> call.operation().equals(operation) && call.answer().equals(answer))
        .count();
  }

  /** Answers the next requests to KMS with {@code ThrottlingException}. */
  public void throttle(int times) {
    throttled.set(times);
  }

  /** Answers requests to KMS only when so many are there at once, else with an error. */
  public void meet(int parties) {
    meeting = new CyclicBarrier(parties);
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.stop(0);
      threads.shutdownNow();
      server = null;
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    KmsFakeCaller caller = KmsFakeCaller.of(exchange.getRequestHeaders().getFirst("Authorization"));
    if (target != null) {
      kms(exchange, target.substring(target.indexOf('.') + 1), caller, MAPPER.readTree(body));
    } else if (KmsFakeMachine.has(exchange)) {
      calls.add(new KmsFakeMachine(exchange).answer());
    } else {
      KmsFakeLogin login = new KmsFakeLogin(exchange, new String(body, StandardCharsets.UTF_8));
      login.answer(caller, calls::add);
    }
  }

  private void kms(HttpExchange exchange, String operation, KmsFakeCaller caller, JsonNode request)
      throws IOException {
    String arn = request.path("KeyId").asString();
    try {
      String token = exchange.getRequestHeaders().getFirst("X-Amz-Security-Token");
      String answer = answer(operation, caller, token, request);
      calls.add(new Call(operation, caller.accessKey(), arn, "OK"));
      send(exchange, 200, answer);
    } catch (Refusal e) {
      calls.add(new Call(operation, caller.accessKey(), arn, e.getMessage()));
      send(exchange, 400, "{\"__type\": \"" + e.getMessage() + "\", \"message\": \"quoted: x\"}");
    }
  }

  private String answer(String operation, KmsFakeCaller caller, String token, JsonNode request)
      throws Refusal {
    if (throttled.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new Refusal("ThrottlingException");
    }
    meetOthers();
    caller.require("kms", token);
    String arn = KmsFakeKeys.resolve(request.path("KeyId").asString(), caller.region());
    Map<String, String> context = new TreeMap<>();
    request
        .path("EncryptionContext")
        .propertyStream()
        .forEach(entry -> context.put(entry.getKey(), entry.getValue().asString()));
    contexts.add(context);
    boolean encrypts = operation.equals("Encrypt");
    String input = request.path(encrypts ? "Plaintext" : "CiphertextBlob").asString();
    byte[] bytes = Base64.getDecoder().decode(input);
    byte[] result =
        encrypts ? keys.encrypt(arn, bytes, context) : keys.decrypt(arn, bytes, context);
    return "{\"KeyId\": \"%s\", \"EncryptionAlgorithm\": \"SYMMETRIC_DEFAULT\", \"%s\": \"%s\"}"
        .formatted(
            arn,
            encrypts ? "CiphertextBlob" : "Plaintext",
            Base64.getEncoder().encodeToString(result));
  }

  private void meetOthers() throws Refusal {
    try {
      meeting.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new Refusal("NobodyElseCame");
    }
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String key(String region, String id) {
    return "arn:aws:kms:" + region + ":" + ACCOUNT + ":key/" + id;
  }
}
