package dev.sealconf.crypto;

import static dev.sealconf.crypto.Vectors.bytes;
import static dev.sealconf.crypto.Vectors.isSound;
import static dev.sealconf.crypto.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The primitives pass their published vectors. */
final class PrimitivesTest {

  private static Stream<JsonNode> each(String file) {
    return Vectors.read(file).all().stream();
  }

  static Stream<JsonNode> aesGcm() {
    return each("aes-gcm");
  }

  @ParameterizedTest
  @MethodSource
  void aesGcm(JsonNode v) {
    AesGcm cipher = new AesGcm(bytes(v, "key"));
    byte[] sealed = bytes(v, "sealed");
    Optional<byte[]> opened = cipher.open(bytes(v, "nonce"), sealed, bytes(v, "aad"));
    if (isSound(v)) {
      assertThat(opened).hasValueSatisfying(p -> assertThat(p).isEqualTo(bytes(v, "plaintext")));
      assertThat(cipher.seal(bytes(v, "nonce"), bytes(v, "plaintext"), bytes(v, "aad")))
          .isEqualTo(sealed);
    } else {
      assertThat(opened).as(text(v, "expect")).isEmpty();
    }
  }

  static Stream<JsonNode> chacha20Poly1305() {
    return each("chacha20-poly1305");
  }

  @ParameterizedTest
  @MethodSource
  void chacha20Poly1305(JsonNode v) {
    byte[] key = bytes(v, "key");
    byte[] nonce = bytes(v, "nonce");
    byte[] sealed = bytes(v, "sealed");
    Optional<byte[]> opened = Primitives.chacha20Poly1305Open(key, nonce, sealed);
    if (isSound(v)) {
      assertThat(opened).hasValueSatisfying(p -> assertThat(p).isEqualTo(bytes(v, "plaintext")));
      assertThat(Primitives.chacha20Poly1305Seal(key, nonce, bytes(v, "plaintext")))
          .isEqualTo(sealed);
    } else {
      assertThat(opened).as(text(v, "expect")).isEmpty();
    }
  }

  static Stream<JsonNode> xchacha20Poly1305() {
    return each("xchacha20-poly1305");
  }

  @ParameterizedTest
  @MethodSource
  void xchacha20Poly1305(JsonNode v) {
    byte[] key = bytes(v, "key");
    byte[] nonce = bytes(v, "nonce");
    byte[] sealed = bytes(v, "sealed");
    byte[] aad = bytes(v, "aad");
    Optional<byte[]> opened = Primitives.xchacha20Poly1305Open(key, nonce, sealed, aad);
    if (isSound(v)) {
      assertThat(opened).hasValueSatisfying(p -> assertThat(p).isEqualTo(bytes(v, "plaintext")));
      assertThat(Primitives.xchacha20Poly1305Seal(key, nonce, bytes(v, "plaintext"), aad))
          .isEqualTo(sealed);
    } else {
      assertThat(opened).as(text(v, "expect")).isEmpty();
    }
  }

  static Stream<JsonNode> sha2() {
    return each("sha2");
  }

  @ParameterizedTest
  @MethodSource
  void sha2(JsonNode v) {
    byte[] message = bytes(v, "message");
    Sha512 hash = new Sha512();
    for (byte b : message) {
      hash.update(new byte[] {b});
    }

    assertThat(Primitives.sha256(message)).isEqualTo(bytes(v, "sha256"));
    assertThat(hash.digest()).isEqualTo(bytes(v, "sha512"));
  }

  static Stream<JsonNode> hmacSha256() {
    return each("hmac-sha256");
  }

  @ParameterizedTest
  @MethodSource
  void hmacSha256(JsonNode v) {
    assertThat(Primitives.hmacSha256(bytes(v, "key"), bytes(v, "message")))
        .isEqualTo(bytes(v, "mac"));
  }

  static Stream<JsonNode> hkdfSha256() {
    return each("hkdf-sha256");
  }

  @ParameterizedTest
  @MethodSource
  void hkdfSha256(JsonNode v) {
    byte[] output =
        Primitives.hkdfSha256(
            bytes(v, "secret"), bytes(v, "salt"), text(v, "info"), v.required("length").asInt());

    assertThat(output).isEqualTo(bytes(v, "output"));
  }

  static Stream<JsonNode> x25519() {
    return each("x25519");
  }

  @ParameterizedTest
  @MethodSource
  void x25519(JsonNode v) {
    byte[] privateKey = bytes(v, "private");
    Optional<byte[]> shared = Primitives.x25519(privateKey, bytes(v, "peer"));

    assertThat(Primitives.x25519PublicKey(privateKey)).isEqualTo(bytes(v, "public"));
    assertThat(shared.isPresent()).isEqualTo(isSound(v));
    shared.ifPresent(s -> assertThat(s).isEqualTo(bytes(v, "shared")));
  }

  @Test
  void thePublicKeyIsTheSameAfterManyOthers() {
    byte[] basePoint = new byte[32];
    basePoint[0] = 9;
    Random random = new Random(7);
    for (int i = 0; i < 250; i++) { // beyond the number from which tables are used
      byte[] privateKey = new byte[32];
      random.nextBytes(privateKey);
      assertThat(Primitives.x25519PublicKey(privateKey))
          .isEqualTo(Primitives.x25519(privateKey, basePoint).orElseThrow());
    }
  }

  static Stream<JsonNode> scrypt() {
    return each("scrypt");
  }

  @ParameterizedTest
  @MethodSource
  void scrypt(JsonNode v) {
    byte[] output =
        Primitives.scrypt(
            bytes(v, "passphrase"),
            bytes(v, "salt"),
            v.required("logN").asInt(),
            v.required("length").asInt());

    assertThat(output).isEqualTo(bytes(v, "output"));
  }

  @Test
  void refusesAnEmptyNonce() {
    byte[] key = new byte[32];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AesGcm(key).seal(new byte[0], key, key));
    assertThat(new AesGcm(key).open(new byte[0], new byte[16], key)).isEmpty();
  }

  @Test
  void oneCipherSealsAndOpensInAnyOrder() {
    AesGcm cipher = new AesGcm(new byte[32]);
    byte[] nonce = new byte[32];
    byte[] first = cipher.seal(nonce, new byte[] {1}, nonce);

    assertThat(cipher.seal(nonce, new byte[] {1}, nonce)).isEqualTo(first);
    assertThat(cipher.open(nonce, first, nonce)).isPresent();
    assertThat(cipher.open(nonce, first, new byte[1])).isEmpty();
    assertThat(cipher.open(nonce, first, nonce)).isPresent();
    assertThat(cipher.seal(nonce, new byte[] {1}, nonce)).isEqualTo(first);
  }

  @Test
  void refusesKeysOfOtherLengths() {
    assertThatIllegalArgumentException().isThrownBy(() -> new AesGcm(new byte[24]));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Primitives.xchacha20Poly1305Open(
                    new byte[31], new byte[24], new byte[16], new byte[0]));
  }
}
