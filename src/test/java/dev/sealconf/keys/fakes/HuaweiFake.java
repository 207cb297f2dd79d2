package dev.sealconf.keys.fakes;

import com.google.auto.service.AutoService;
import dev.sealconf.keys.fakes.FakeServer.Answer;
import dev.sealconf.keys.fakes.FakeServer.Request;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Huawei Cloud KMS. It knows two access keys, and wants requests to be signed by one of them; the
 * signature itself is not calculated again. Every key exists and may be used by the holder, but for
 * those whose name starts with {@code missing} or {@code denied}.
 */
@AutoService(ServiceFake.class)
public final class HuaweiFake implements ServiceFake {
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "SDK-HMAC-SHA256 Access=(\\w+), SignedHeaders=([\\w;-]+), Signature=[0-9a-f]{64}");
  private static final String PROJECT = "0b1c2d3e4f";
  private static final String KMS = "/v1.0/" + PROJECT + "/kms";
  private static final String SECRET = "sk-secret-of-holder";
  private static final byte[] NOTHING = {};

  private FakeServer server;

  @Override
  public String id() {
    return "hckms";
  }

  @Override
  public String address() {
    return "http://127.0.0.1:" + server().port();
  }

  @Override
  public Map<String, String> holder() {
    return user("AKHOLDER", SECRET);
  }

  @Override
  public Map<String, String> stranger() {
    return user("AKSTRANGER", SECRET);
  }

  @Override
  public Map<String, String> noOne() {
    return Map.of("HUAWEICLOUD_SDK_REGION_KMS_TR_WEST_1", address());
  }

  /** The environment of someone with an access key. */
  public Map<String, String> user(String accessKey, String secret) {
    return Map.of(
        "HUAWEICLOUD_SDK_REGION_KMS_TR_WEST_1", address(),
        "HUAWEICLOUD_SDK_AK", accessKey,
        "HUAWEICLOUD_SDK_SK", secret,
        "HUAWEICLOUD_SDK_PROJECT_ID", PROJECT);
  }

  /** The holder's credentials as they stand in a file. */
  public String file() {
    return "# made by hand\n[global]\nak = other\n\n[basic]\nak = AKHOLDER\nsk="
        + SECRET
        + "\nproject_id = "
        + PROJECT
        + "\n";
  }

  /** What a key makes of a share. */
  public static String wrapped(String id, byte[] share) {
    return Base64.getEncoder().encodeToString(new FakeCipher("hckms " + id).seal(share, NOTHING));
  }

  /** The next requests are answered with this status. */
  public void failNext(int times, int status) {
    server().failNext(times, status, "/kms/");
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
      server = FakeServer.plain(this::answer);
    }
    return server;
  }

  private Answer answer(Request request) {
    Matcher signature = SIGNATURE.matcher(request.header("Authorization"));
    if (!signature.matches()
        || !signature.group(2).contains("x-sdk-date")
        || !signature.group(1).matches("AKHOLDER|AKSTRANGER")) {
      return error(401, "APIGW.0301");
    }
    String id = request.json().path("key_id").asString("");
    if (signature.group(1).equals("AKSTRANGER") || id.startsWith("denied")) {
      return error(403, "KMS.0303");
    }
    if (id.startsWith("missing")) {
      return error(404, "KMS.0401");
    }
    FakeCipher cipher = new FakeCipher("hckms " + id);
    return switch (request.uri().getPath()) {
      case KMS + "/encrypt-data" -> encrypted(request, id, cipher);
      case KMS + "/decrypt-data" -> decrypted(request, id, cipher);
      default -> error(404, "APIGW.0101");
    };
  }

  private static Answer encrypted(Request request, String id, FakeCipher cipher) {
    byte[] plain = Base64.getDecoder().decode(request.json().path("plain_text").asString());
    String sealed = Base64.getEncoder().encodeToString(cipher.seal(plain, NOTHING));
    return Answer.ok(Map.of("key_id", id, "cipher_text", sealed));
  }

  private static Answer decrypted(Request request, String id, FakeCipher cipher) {
    Optional<byte[]> plain;
    try {
      String sealed = request.json().path("cipher_text").asString();
      plain = cipher.open(Base64.getDecoder().decode(sealed), NOTHING);
    } catch (IllegalArgumentException e) {
      plain = Optional.empty();
    }
    return plain
        .map(bytes -> Base64.getEncoder().encodeToString(bytes))
        .map(text -> Answer.ok(Map.of("key_id", id, "plain_text", text)))
        .orElseGet(() -> error(400, "KMS.0205"));
  }

  private static Answer error(int status, String code) {
    String words = "the service's own words, which quote " + SECRET;
    return Answer.error(status, Map.of("error", Map.of("error_code", code, "error_msg", words)));
  }
}
