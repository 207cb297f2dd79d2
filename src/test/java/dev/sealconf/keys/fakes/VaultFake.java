package dev.sealconf.keys.fakes;

import com.google.auto.service.AutoService;
import dev.sealconf.keys.fakes.FakeServer.Answer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * A Vault with transit engines at {@code transit} and at {@code teams/a/transit}, keys {@code one}
 * and {@code two} in each, and AppRole logins. Each namespace has keys of its own. It answers with
 * the statuses and errors of OpenBao 2.7.2.
 */
@AutoService(ServiceFake.class)
public final class VaultFake implements ServiceFake {
  /** May use every key. */
  public static final String TOKEN = "s.fakeholder";

  /** Is valid, and may use none. */
  public static final String POOR_TOKEN = "s.fakestranger";

  /** What an AppRole login gives. */
  private static final String LOGIN_TOKEN = "s.fakelogin";

  public static final String ROLE_ID = "fake-role";
  public static final String SECRET_ID = "fake-secret";

  private static final String START = "vault:v1:";
  private static final byte[] NOTHING = {};
  private static final List<String> ENGINES = List.of("transit", "teams/a/transit");

  private final Optional<SSLContext> tls;
  private final AtomicInteger busy = new AtomicInteger();
  private volatile int logins;
  private FakeServer server;
  private volatile Answer busyAnswer;
  private volatile String redirect = "";

  /** What someone sent: the path, and two headers, empty if they were not there. */
  public record Request(String path, String token, String namespace) {
    private static Request of(FakeServer.Request request) {
      return new Request(
          request.uri().getPath(),
          request.header("X-Vault-Token"),
          request.header("X-Vault-Namespace"));
    }
  }

  /** One without TLS. */
  public VaultFake() {
    this.tls = Optional.empty();
  }

  /** One with TLS. */
  public VaultFake(SSLContext tls) {
    this.tls = Optional.of(tls);
  }

  @Override
  public String id() {
    return "hc_vault";
  }

  @Override
  public String address() {
    return (tls.isPresent() ? "https" : "http") + "://127.0.0.1:" + port();
  }

  /** The port it listens on. */
  public int port() {
    return server().port();
  }

  /** The URL of a key in the engine {@code transit}. */
  public String key(String name) {
    return address() + "/v1/transit/keys/" + name;
  }

  @Override
  public Map<String, String> holder() {
    return Map.of("VAULT_ADDR", address(), "VAULT_TOKEN", TOKEN);
  }

  @Override
  public Map<String, String> stranger() {
    return Map.of("VAULT_ADDR", address(), "VAULT_TOKEN", POOR_TOKEN);
  }

  /** All requests so far. */
  public List<Request> requests() {
    return server().requests().stream().map(Request::of).toList();
  }

  /**
   * Answers the next requests with this status, and with {@code Retry-After} unless it is empty.
   */
  public void busy(int times, int status, String retryAfter) {
    Answer answer = errors(status, "busy");
    busyAnswer = retryAfter.isEmpty() ? answer : answer.with("Retry-After", retryAfter);
    busy.set(times);
  }

  /** Accepts no token of an earlier login any more. */
  public void expireLogins() {
    logins++;
  }

  /** Takes so long for every request from now on. */
  public void slow(Duration time) {
    server().delay(time);
  }

  /** Passes every request on to another Vault, as a standby node does. */
  public void passOn(String address) {
    redirect = address;
  }

  private synchronized FakeServer server() {
    if (server == null) {
      server =
          tls.isPresent()
              ? FakeServer.secure(tls.get(), this::answer)
              : FakeServer.plain(this::answer);
    }
    return server;
  }

  private Answer answer(FakeServer.Request sent) {
    Request request = Request.of(sent);
    if (!redirect.isEmpty()) {
      return errors(307, "").with("Location", redirect + sent.uri());
    }
    if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return busyAnswer;
    }
    if (request.path.equals("/v1/auth/approle/login")) {
      return text(sent, "role_id").equals(ROLE_ID) && text(sent, "secret_id").equals(SECRET_ID)
          ? with("auth", "client_token", LOGIN_TOKEN + logins)
          : errors(400, "invalid role or secret ID");
    }
    if (!List.of(TOKEN, LOGIN_TOKEN + logins).contains(request.token)) {
      return errors(403, "permission denied");
    }
    for (String engine : ENGINES) {
      String start = "/v1/" + engine + "/";
      String keys = request.namespace + "/" + engine;
      if (request.path.startsWith(start + "encrypt/")) {
        return encrypt(keys, name(request), text(sent, "plaintext"));
      }
      if (request.path.startsWith(start + "decrypt/")) {
        return decrypt(keys, name(request), text(sent, "ciphertext"));
      }
    }
    return errors(404, "no handler for route \"" + request.path + "\". route entry not found.");
  }

  private static Answer encrypt(String keys, String name, String plaintext) {
    if (!List.of("one", "two").contains(name)) {
      return errors(403, "permission denied"); // its token may make no keys
    }
    byte[] sealed = cipher(keys, name).seal(Base64.getDecoder().decode(plaintext), NOTHING);
    return with("data", "ciphertext", START + Base64.getEncoder().encodeToString(sealed));
  }

  private static Answer decrypt(String keys, String name, String ciphertext) {
    if (!List.of("one", "two").contains(name)) {
      return errors(400, "encryption key not found");
    }
    return wrapped(ciphertext)
        .flatMap(bytes -> cipher(keys, name).open(bytes, NOTHING))
        .map(plain -> with("data", "plaintext", Base64.getEncoder().encodeToString(plain)))
        .orElseGet(() -> errors(400, "invalid ciphertext"));
  }

  private static Optional<byte[]> wrapped(String text) {
    try {
      return text.startsWith(START)
          ? Optional.of(Base64.getDecoder().decode(text.substring(START.length())))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static FakeCipher cipher(String keys, String name) {
    return new FakeCipher("vault " + keys + " " + name);
  }

  private static String name(Request request) {
    return request.path.substring(request.path.lastIndexOf('/') + 1);
  }

  private static String text(FakeServer.Request request, String field) {
    return request.json().path(field).asString("");
  }

  private static Answer with(String object, String name, String value) {
    return Answer.ok(Map.of(object, Map.of(name, value)));
  }

  private static Answer errors(int status, String error) {
    return Answer.error(status, Map.of("errors", List.of(error)));
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
    }
  }
}
