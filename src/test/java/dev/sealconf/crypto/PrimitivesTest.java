package dev.sealconf.crypto;

import static dev.sealconf.crypto.Vectors.bytes;
import static dev.sealconf.crypto.Vectors.isSound;
import static dev.sealconf.crypto.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Both implementations pass the same vectors. */
final class PrimitivesTest {

  static Stream<Primitives> implementations() {
    return Stream.of(Primitives.startingFast(), Primitives.runningFast());
  }

  private static Stream<Arguments> each(String file) {
    return Vectors.read(file).all().stream()
        .flatMap(vector -> implementations().map(primitives -> Arguments.of(primitives, vector)));
  }

  static Stream<Arguments> aesGcm() {
    return each("aes-gcm");
  }

  @ParameterizedTest
  @MethodSource
  void aesGcm(Primitives primitives, JsonNode v) {
    AesGcm cipher = primitives.aesGcm(bytes(v, "key"));
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

  static Stream<Arguments> chacha20Poly1305() {
    return each("chacha20-poly1305");
  }

  @ParameterizedTest
  @MethodSource
  void chacha20Poly1305(Primitives primitives, JsonNode v) {
    byte[] key = bytes(v, "key");
    byte[] nonce = bytes(v, "nonce");
    byte[] sealed = bytes(v, "sealed");
    Optional<byte[]> opened = primitives.chacha20Poly1305Open(key, nonce, sealed);
    if (isSound(v)) {
      assertThat(opened).hasValueSatisfying(p -> assertThat(p).isEqualTo(bytes(v, "plaintext")));
      assertThat(primitives.chacha20Poly1305Seal(key, nonce, bytes(v, "plaintext")))
          .isEqualTo(sealed);
    } else {
      assertThat(opened).as(text(v, "expect")).isEmpty();
    }
  }

  static Stream<Arguments> xchacha20Poly1305() {
    return each("xchacha20-poly1305");
  }

  @ParameterizedTest
  @MethodSource
  void xchacha20Poly1305(Primitives primitives, JsonNode v) {
    byte[] key = bytes(v, "key");
    byte[] nonce = bytes(v, "nonce");
    byte[] sealed = bytes(v, "sealed");
    byte[] aad = bytes(v, "aad");
    Optional<byte[]> opened = primitives.xchacha20Poly1305Open(key, nonce, sealed, aad);
    if (isSound(v)) {
      assertThat(opened).hasValueSatisfying(p -> assertThat(p).isEqualTo(bytes(v, "plaintext")));
      assertThat(primitives.xchacha20Poly1305Seal(key, nonce, bytes(v, "plaintext"), aad))
          .isEqualTo(sealed);
    } else {
      assertThat(opened).as(text(v, "expect")).isEmpty();
    }
  }

  static Stream<Arguments> sha2() {
    return each("sha2");
  }

  @ParameterizedTest
  @MethodSource
  void sha2(Primitives primitives, JsonNode v) {
    byte[] message = bytes(v, "message");
    Hash hash = primitives.sha512();
    for (byte b : message) {
      hash.update(new byte[] {b});
    }

    assertThat(primitives.sha256(message)).isEqualTo(bytes(v, "sha256"));
    assertThat(hash.digest()).isEqualTo(bytes(v, "sha512"));
  }

  static Stream<Arguments> hmacSha256() {
    return each("hmac-sha256");
  }

  @ParameterizedTest
  @MethodSource
  void hmacSha256(Primitives primitives, JsonNode v) {
    assertThat(primitives.hmacSha256(bytes(v, "key"), bytes(v, "message")))
        .isEqualTo(bytes(v, "mac"));
  }

  static Stream<Arguments> hkdfSha256() {
    return each("hkdf-sha256");
  }

  @ParameterizedTest
  @MethodSource
  void hkdfSha256(Primitives primitives, JsonNode v) {
    byte[] output =
        primitives.hkdfSha256(
            bytes(v, "secret"), bytes(v, "salt"), text(v, "info"), v.required("length").asInt());

    assertThat(output).isEqualTo(bytes(v, "output"));
  }

  static Stream<Arguments> x25519() {
    return each("x25519");
  }

  @ParameterizedTest
  @MethodSource
  void x25519(Primitives primitives, JsonNode v) {
    byte[] privateKey = bytes(v, "private");
    Optional<byte[]> shared = primitives.x25519(privateKey, bytes(v, "peer"));

    assertThat(primitives.x25519PublicKey(privateKey)).isEqualTo(bytes(v, "public"));
    assertThat(shared.isPresent()).isEqualTo(isSound(v));
    shared.ifPresent(s -> assertThat(s).isEqualTo(bytes(v, "shared")));
  }

  static Stream<Arguments> scrypt() {
    return each("scrypt");
  }

  @ParameterizedTest
  @MethodSource
  void scrypt(Primitives primitives, JsonNode v) {
    byte[] output =
        primitives.scrypt(
            bytes(v, "passphrase"),
            bytes(v, "salt"),
            v.required("logN").asInt(),
            v.required("length").asInt());

    assertThat(output).isEqualTo(bytes(v, "output"));
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void takesNoncesOfAnyLengthButNone(Primitives primitives) {
    Random random = new Random(7);
    byte[] key = random(random, 32);
    for (int length = 1; length <= 100; length++) {
      byte[] nonce = random(random, length);
      byte[] plaintext = random(random, length);
      byte[] sealed = primitives.aesGcm(key).seal(nonce, plaintext, nonce);

      assertThat(Primitives.startingFast().aesGcm(key).open(nonce, sealed, nonce))
          .hasValueSatisfying(p -> assertThat(p).isEqualTo(plaintext));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> primitives.aesGcm(key).seal(new byte[0], key, key));
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void oneCipherSealsAndOpensInAnyOrder(Primitives primitives) {
    AesGcm cipher = primitives.aesGcm(new byte[32]);
    byte[] nonce = new byte[32];
    byte[] first = cipher.seal(nonce, new byte[] {1}, nonce);

    assertThat(cipher.seal(nonce, new byte[] {1}, nonce)).isEqualTo(first);
    assertThat(cipher.open(nonce, first, nonce)).isPresent();
    assertThat(cipher.open(nonce, first, new byte[1])).isEmpty();
    assertThat(cipher.open(nonce, first, nonce)).isPresent();
    assertThat(cipher.seal(nonce, new byte[] {1}, nonce)).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void refusesKeysOfOtherLengths(Primitives primitives) {
    assertThatIllegalArgumentException().isThrownBy(() -> primitives.aesGcm(new byte[24]));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                primitives.xchacha20Poly1305Open(
                    new byte[31], new byte[24], new byte[16], new byte[0]));
  }

  private static byte[] random(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
