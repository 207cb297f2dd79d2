package dev.sealconf.keys.fakes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service account of Google Cloud with a key of its own, made again in each run. */
final class GoogleAccount {
  private static final JsonMapper JSON = new JsonMapper();

  private final String email;
  private final KeyPair key;

  GoogleAccount(String email) {
    this.email = email;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      key = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The file that a console gives out for it. */
  String json(String tokenUri) {
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    return JSON.writeValueAsString(
        Map.of(
            "type", "service_account",
            "project_id", "p",
            "private_key_id", "k1",
            "private_key", pem,
            "client_email", email,
            "client_id", "1",
            "token_uri", tokenUri));
  }

  /** Whether this account signed a token (RFC 7519) that is valid now. */
  boolean signed(String token) {
    String[] parts = token.split("\\.");
    if (parts.length != 3) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key.getPublic());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      JsonNode claims = claims(token);
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
          && claims.path("iss").asString().equals(email)
          && claims.path("exp").asLong() > Instant.now().getEpochSecond();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** What a token claims. */
  static JsonNode claims(String token) {
    return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }
}
