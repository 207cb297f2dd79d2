package dev.sealconf.keys.fakes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.service.AutoService;
import dev.sealconf.io.ProxyFake;
import dev.sealconf.keys.fakes.FakeServer.Answer;
import dev.sealconf.keys.fakes.FakeServer.Request;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Azure Key Vault, Microsoft's login and the identity of an App Service. The vault has its real
 * name and is reached by a proxy. Every key exists and may be used by the holder, but for those
 * whose name starts with {@code missing}, {@code denied} or {@code disabled}.
 */
@AutoService(ServiceFake.class)
public final class AzureFake implements ServiceFake {
  private static final String PROXY_USER = "me:secret";
  private static final String LOGIN = "login.microsoftonline.com";
  private static final String VAULT = "team.vault.azure.net";
  private static final String TENANT = "11111111-1111-1111-1111-111111111111";

  /** A vault of another tenant, whose keys the holder could use all the same. */
  public static final String FOREIGN = "https://foreign.vault.azure.net";

  private static final String FOREIGN_TENANT = "22222222-2222-2222-2222-222222222222";
  private static final Map<String, Boolean> CLIENTS = Map.of("holder", true, "stranger", false);
  private static final String SECRET = "hunter2~secret";
  private static final String IDENTITY_SECRET = "identity-header-secret";

  private final AzureFakeKeys keys = new AzureFakeKeys("https://" + VAULT);
  private final Map<String, Boolean> tokens = new ConcurrentHashMap<>();
  private FakeServer server;
  private FakeServer identity;
  private ProxyFake proxy;

  @Override
  public String id() {
    return "azure_kv";
  }

  @Override
  public String address() {
    return "https://" + VAULT;
  }

  @Override
  public Map<String, String> holder() {
    return client("holder", SECRET);
  }

  @Override
  public Map<String, String> stranger() {
    return client("stranger", SECRET);
  }

  @Override
  public Map<String, String> noOne() {
    return environment(Map.of("AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential"));
  }

  /** The environment of an application that is registered with a secret. */
  public Map<String, String> client(String name, String secret) {
    return environment(
        Map.of(
            "AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential",
            "AZURE_TENANT_ID", TENANT,
            "AZURE_CLIENT_ID", name,
            "AZURE_CLIENT_SECRET", secret));
  }

  /** The environment of an App Service whose identity may use the keys. */
  public Map<String, String> managedIdentity() {
    start();
    return environment(
        Map.of(
            "AZURE_TOKEN_CREDENTIALS",
            "ManagedIdentityCredential",
            "IDENTITY_ENDPOINT",
            "http://127.0.0.1:" + identity.port() + "/msi/token",
            "IDENTITY_HEADER",
            IDENTITY_SECRET));
  }

  /** The environment of someone who trusts no authority that vouches for the vault. */
  public Map<String, String> distrustful() {
    Map<String, String> environment = new HashMap<>(holder());
    environment.remove("SSL_CERT_FILE");
    return environment;
  }

  private Map<String, String> environment(Map<String, String> user) {
    start();
    Map<String, String> environment = new HashMap<>(user);
    environment.put("HTTPS_PROXY", "http://" + PROXY_USER + "@127.0.0.1:" + proxy.port());
    environment.put("SSL_CERT_FILE", FakeTls.get().authority().toString());
    return environment;
  }

  /** Gives a key one more version, which is the current one from now on. */
  public String rotate(String key) {
    return keys.rotate(key);
  }

  /** What the first version of a key makes of a share. */
  public String wrapped(byte[] share) {
    byte[] sealed = keys.apply("config", AzureFakeKeys.FIRST, true, share).orElseThrow();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /** The next requests to the vault are answered with this status. */
  public void failNext(int times, int status) {
    start();
    server.failNext(times, status, "/keys/");
  }

  /** The next requests for tokens are answered with this status. */
  public void failNextLogins(int times, int status) {
    start();
    server.failNext(times, status, "/token");
  }

  /** Every request takes so long from now on. */
  public void delay(Duration time) {
    start();
    server.delay(time);
  }

  /** How many requests had this in their path, refused ones without a token included. */
  public int count(String path) {
    start();
    return server.count(path);
  }

  /** How many requests to a host had a token. */
  public long tokensSentTo(String host) {
    start();
    return server.requests().stream()
        .filter(r -> r.header("Host").equals(host) && !r.header("Authorization").isEmpty())
        .count();
  }

  /** The hosts that the proxy opened a tunnel to. */
  public List<String> hosts() {
    start();
    return proxy.requests().stream()
        .filter(head -> head.contains("Proxy-Authorization"))
        .map(head -> head.substring("CONNECT ".length(), head.indexOf(':')))
        .toList();
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      proxy.close();
      server.close();
      identity.close();
    }
  }

  private synchronized void start() {
    if (server == null) {
      server = FakeServer.secure(FakeTls.get().context(), this::answer);
      identity = FakeServer.plain(this::identity);
      proxy = new ProxyFake(server.port(), PROXY_USER);
    }
  }

  private Answer answer(Request request) {
    if (!request.header("Proxy-Authorization").isEmpty()) {
      return Answer.error(400, Map.of("error", "the proxy's password got here"));
    }
    return request.header("Host").startsWith(LOGIN) ? login(request) : vault(request);
  }

  private Answer login(Request request) {
    String base = "https://" + LOGIN + "/" + TENANT;
    if (request.uri().getPath().endsWith("/discovery/instance")) {
      return Answer.ok(
          Map.of(
              "tenant_discovery_endpoint",
              base + "/v2.0/.well-known/openid-configuration",
              "metadata",
              List.of(
                  Map.of(
                      "preferred_network",
                      LOGIN,
                      "preferred_cache",
                      "login.windows.net",
                      "aliases",
                      List.of(LOGIN, "login.windows.net", "sts.windows.net")))));
    }
    if (request.uri().getPath().endsWith("/openid-configuration")) {
      return Answer.ok(
          Map.of(
              "token_endpoint", base + "/oauth2/v2.0/token",
              "authorization_endpoint", base + "/oauth2/v2.0/authorize",
              "issuer", base + "/v2.0",
              "jwks_uri", base + "/discovery/v2.0/keys"));
    }
    boolean known =
        request.field("grant_type").equals("client_credentials")
            && request.field("client_secret").equals(SECRET)
            && Set.of(request.field("scope").split(" "))
                .contains("https://vault.azure.net/.default")
            && CLIENTS.containsKey(request.field("client_id"));
    return known
        ? token(CLIENTS.get(request.field("client_id")))
        : Answer.error(
            401, Map.of("error", "invalid_client", "error_description", "AADSTS7000215"));
  }

  private Answer identity(Request request) {
    boolean known =
        request.header("X-IDENTITY-HEADER").equals(IDENTITY_SECRET)
            && request.field("resource").equals("https://vault.azure.net");
    return known ? token(true) : Answer.error(401, Map.of("statusCode", 401));
  }

  private Answer token(boolean allowed) {
    String claims = "{\"tid\":\"" + TENANT + "\",\"jti\":\"" + UUID.randomUUID() + "\"}";
    String token =
        "eyJhbGciOiJub25lIn0."
            + Base64.getUrlEncoder().encodeToString(claims.getBytes(UTF_8))
            + ".x";
    tokens.put(token, allowed);
    long expiry = System.currentTimeMillis() / 1000 + 3600;
    return Answer.ok(
        Map.of(
            "access_token",
            token,
            "token_type",
            "Bearer",
            "expires_in",
            3600,
            "expires_on",
            Long.toString(expiry),
            "resource",
            "https://vault.azure.net"));
  }

  private Answer vault(Request request) {
    Boolean allowed = tokens.get(request.header("Authorization").replaceFirst("^Bearer ", ""));
    if (allowed == null) {
      String challenge =
          "Bearer authorization=\"https://"
              + LOGIN
              + "/"
              + (request.header("Host").startsWith("foreign.") ? FOREIGN_TENANT : TENANT)
              + "\", resource=\"https://vault.azure.net\"";
      return error(401, "Unauthorized", "").with("WWW-Authenticate", challenge);
    }
    String[] parts = request.uri().getPath().split("/");
    String name = parts.length > 2 ? parts[2] : "";
    if (!allowed || name.startsWith("denied")) {
      return error(403, "Forbidden", "ForbiddenByRbac");
    }
    if (name.isEmpty() || name.startsWith("missing")) {
      return error(404, "KeyNotFound", "");
    }
    if (name.startsWith("disabled")) {
      return error(403, "Forbidden", "KeyDisabled");
    }
    return parts.length == 5
        ? operate(request, name, parts[3], parts[4])
        : Answer.ok(keys.shown(name));
  }

  private Answer operate(Request request, String name, String version, String operation) {
    byte[] in = Base64.getUrlDecoder().decode(request.json().path("value").asString(""));
    if (!request.json().path("alg").asString("").equals("RSA-OAEP-256")) {
      return error(400, "BadParameter", "");
    }
    if (!keys.has(name, version)) {
      return error(404, "KeyNotFound", "");
    }
    return keys.apply(name, version, operation.equals("encrypt"), in)
        .map(out -> Base64.getUrlEncoder().withoutPadding().encodeToString(out))
        .map(out -> Answer.ok(Map.of("kid", keys.address(name, version), "value", out)))
        .orElseGet(() -> error(400, "BadParameter", ""));
  }

  private static Answer error(int status, String code, String inner) {
    String words = "the service's own words, which quote " + SECRET;
    Map<String, Object> error = new HashMap<>(Map.of("code", code, "message", words));
    error.put("innererror", Map.of("code", inner));
    return Answer.error(status, Map.of("error", error));
  }
}
