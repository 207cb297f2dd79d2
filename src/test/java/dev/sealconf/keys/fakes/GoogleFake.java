package dev.sealconf.keys.fakes;

import com.google.auto.service.AutoService;
import dev.sealconf.keys.fakes.FakeServer.Answer;
import dev.sealconf.keys.fakes.FakeServer.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import tools.jackson.databind.JsonNode;

/**
 * Google Cloud KMS, the issuer of tokens and the metadata server. Every key exists and may be used
 * by the holder, but for those whose name starts with {@code missing}, {@code denied} or {@code
 * disabled}; what {@code noisy} ones answer is changed on the way.
 */
@AutoService(ServiceFake.class)
public final class GoogleFake implements ServiceFake {
  private static final Pattern OPERATION =
      Pattern.compile(
          "/v1/(projects/[^/]+/locations/[^/]+/keyRings/[^/]+/cryptoKeys/([^/:]+)):(encrypt|decrypt)");

  /** The project of its service accounts, and of the machine whose metadata it has. */
  public static final String PROJECT = "p";

  private static final String HOLDER = "ya29.holder";
  private static final String STRANGER = "ya29.stranger";

  /** What Google's client for Java claims, whatever the address is. */
  private static final String AUDIENCE = "https://oauth2.googleapis.com/token";

  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

  private static final GoogleAccount ACCOUNT = new GoogleAccount("robot@p.iam.gserviceaccount.com");
  private static final GoogleAccount REVOKED = new GoogleAccount("gone@p.iam.gserviceaccount.com");
  private final Map<String, Boolean> tokens =
      new ConcurrentHashMap<>(Map.of(HOLDER, true, STRANGER, false));
  private final boolean secure;
  private FakeServer server;

  /** One that is reached without TLS. */
  public GoogleFake() {
    this(false);
  }

  private GoogleFake(boolean secure) {
    this.secure = secure;
  }

  /**
   * One that has TLS, under Google's own name, by a certificate that {@link #trust} vouches for.
   */
  public static GoogleFake secure() {
    return new GoogleFake(true);
  }

  /** The file for {@code SSL_CERT_FILE}. */
  public Path trust() {
    return FakeTls.get().authority();
  }

  /** Where it listens on this machine. */
  public int port() {
    return server().port();
  }

  @Override
  public String id() {
    return "gcp_kms";
  }

  @Override
  public String address() {
    return "http://127.0.0.1:" + server().port();
  }

  @Override
  public Map<String, String> holder() {
    return environment("GOOGLE_OAUTH_ACCESS_TOKEN", HOLDER);
  }

  @Override
  public Map<String, String> stranger() {
    return environment("GOOGLE_OAUTH_ACCESS_TOKEN", STRANGER);
  }

  @Override
  public Map<String, String> noOne() {
    return environment("NO_GCE_CHECK", "true");
  }

  /** Where it is, and one variable more. */
  public Map<String, String> environment(String variable, String value) {
    return Map.of(
        "SOPS_GCP_KMS_ENDPOINT", address(), "SOPS_GCP_KMS_CLIENT_TYPE", "rest", variable, value);
  }

  /** The file of a service account that may use the keys. */
  public String serviceAccount() {
    return ACCOUNT.json(address() + "/token");
  }

  /** The file of a service account whose key was deleted. */
  public String revokedAccount() {
    return REVOKED.json(address() + "/token");
  }

  /** What {@code gcloud auth application-default login} leaves for a user. */
  public String user() {
    return "{\"type\": \"authorized_user\", \"client_id\": \"c\", \"client_secret\": \"s\","
        + " \"refresh_token\": \"1//holder\"}";
  }

  /** What its key of this name makes of a share. */
  public static String wrapped(String key, byte[] share) {
    return Base64.getEncoder().encodeToString(new FakeCipher(key).seal(share, new byte[0]));
  }

  /** The next requests to the service are answered with this status. */
  public void failNext(int times, int status) {
    server().failNext(times, status, "/v1/");
  }

  /** Every request takes so long from now on. */
  public void delay(Duration time) {
    server().delay(time);
  }

  /** How many requests had this in their path. */
  public int count(String path) {
    return server().count(path);
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
    }
  }

  private synchronized FakeServer server() {
    if (server == null) {
      server =
          secure
              ? FakeServer.secure(FakeTls.get().context(), this::answer)
              : FakeServer.plain(this::answer);
    }
    return server;
  }

  private Answer answer(Request request) {
    String path = request.uri().getPath();
    if (path.equals("/token")) {
      return exchange(request);
    }
    if (path.equals("/") || path.startsWith("/computeMetadata/v1/")) {
      return metadata(request).with("Metadata-Flavor", "Google");
    }
    Matcher operation = OPERATION.matcher(path);
    if (!operation.matches()) {
      return error(404, "NOT_FOUND");
    }
    return refusal(request, operation.group(2))
        .orElseGet(() -> use(request, operation.group(1), operation.group(3)));
  }

  /** A signed claim (RFC 7523) or a refresh token against a token of access. */
  private Answer exchange(Request request) {
    String claim = request.field("assertion");
    boolean signed =
        request.field("grant_type").equals("urn:ietf:params:oauth:grant-type:jwt-bearer")
            && ACCOUNT.signed(claim)
            && GoogleAccount.claims(claim).path("scope").asString().contains(SCOPE)
            && Set.of(AUDIENCE, address() + "/token").contains(audience(claim));
    if (!signed && !request.field("refresh_token").equals("1//holder")) {
      return Answer.error(400, Map.of("error", "invalid_grant"));
    }
    return issued();
  }

  private static String audience(String claim) {
    return GoogleAccount.claims(claim).path("aud").asString();
  }

  private Answer issued() {
    String token = "ya29." + UUID.randomUUID();
    tokens.put(token, true);
    return Answer.ok(Map.of("access_token", token, "expires_in", 3600, "token_type", "Bearer"));
  }

  private Answer metadata(Request request) {
    if (!request.header("Metadata-Flavor").equals("Google")) {
      return Answer.error(403, Map.of());
    }
    if (request.uri().getPath().endsWith("/project/project-id")) {
      return new Answer(200, Map.of(), PROJECT.getBytes(StandardCharsets.UTF_8));
    }
    return request.uri().getPath().endsWith("/token") ? issued() : Answer.ok(Map.of());
  }

  private Optional<Answer> refusal(Request request, String key) {
    String token = request.header("Authorization").replaceFirst("^Bearer ", "");
    Boolean allowed = ACCOUNT.signed(token) ? Boolean.TRUE : tokens.get(token);
    if (allowed == null) {
      return Optional.of(error(401, "UNAUTHENTICATED"));
    }
    if (!allowed || key.startsWith("denied")) {
      return Optional.of(error(403, "PERMISSION_DENIED"));
    }
    if (key.startsWith("missing")) {
      return Optional.of(error(404, "NOT_FOUND"));
    }
    return key.startsWith("disabled")
        ? Optional.of(error(400, "FAILED_PRECONDITION"))
        : Optional.empty();
  }

  private static Answer use(Request request, String key, String operation) {
    boolean encrypts = operation.equals("encrypt");
    JsonNode body = request.json();
    String field = encrypts ? "plaintext" : "ciphertext";
    byte[] in = Base64.getDecoder().decode(body.path(field).asString(""));
    JsonNode sum = body.path(field + "Crc32c");
    if (!sum.isMissingNode() && Long.parseLong(sum.asString()) != checksum(in)) {
      return error(400, "INVALID_ARGUMENT");
    }
    byte[] associated =
        Base64.getDecoder().decode(body.path("additionalAuthenticatedData").asString(""));
    FakeCipher cipher = new FakeCipher(key);
    Optional<byte[]> out =
        encrypts ? Optional.of(cipher.seal(in, associated)) : cipher.open(in, associated);
    return out.map(bytes -> result(encrypts ? "ciphertext" : "plaintext", bytes, key))
        .orElseGet(() -> error(400, "INVALID_ARGUMENT"));
  }

  private static Answer result(String field, byte[] bytes, String key) {
    long sum = checksum(bytes) ^ (key.contains("/noisy") ? 1 : 0);
    Map<String, Object> answer = new HashMap<>();
    answer.put(field, Base64.getEncoder().encodeToString(bytes));
    answer.put(field + "Crc32c", Long.toString(sum));
    answer.put("name", key + "/cryptoKeyVersions/1");
    if (field.equals("ciphertext")) {
      answer.put("verifiedPlaintextCrc32c", true);
    }
    return Answer.ok(answer);
  }

  private static Answer error(int code, String status) {
    String secret = "the service's own words, which quote ya29.holder";
    return Answer.error(
        code, Map.of("error", Map.of("code", code, "status", status, "message", secret)));
  }

  private static long checksum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return sum.getValue();
  }
}
