package dev.sealconf.crypto;

import static dev.sealconf.crypto.Vectors.isSound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

final class ShamirTest {

  static Stream<JsonNode> vectors() {
    return Vectors.read("shamir").all().stream();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void combinesWhatSopsSplit(JsonNode v) {
    List<SecretBytes> shares = new ArrayList<>();
    v.required("shares").forEach(share -> shares.add(secret(share.asString())));
    Optional<SecretBytes> combined = Shamir.combine(shares);

    assertThat(combined.isPresent()).as(v.required("expect").asString()).isEqualTo(isSound(v));
    combined.ifPresent(s -> assertThat(s.exposed()).isEqualTo(Vectors.bytes(v, "secret")));
  }

  @ParameterizedTest
  @CsvSource({"2,2", "3,2", "3,3", "5,3", "10,7", "255,2", "255,255"})
  void anySharesUpToTheThresholdGiveTheSecretBack(int count, int threshold) {
    Random random = new Random(count * 1000L + threshold);
    byte[] secret = bytes(random, 32);
    List<SecretBytes> shares =
        Shamir.split(SecretBytes.owning(secret.clone()), count, threshold, n -> bytes(random, n));
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(shares, random);

      assertThat(combined(shares.subList(0, threshold))).isEqualTo(secret);
      assertThat(combined(shares)).isEqualTo(secret);
      if (threshold > 2) {
        assertThat(combined(shares.subList(0, threshold - 1))).isNotEqualTo(secret);
      }
    }
  }

  @Test
  void sharesAreNumberedFromOneInTheirLastByte() {
    List<SecretBytes> shares = Shamir.split(secret("aabb"), 3, 2, n -> new byte[n]);

    assertThat(shares)
        .extracting(s -> HexFormat.of().formatHex(s.exposed()))
        .containsExactly("aabb01", "aabb02", "aabb03");
  }

  @Test
  void drawsACoefficientForEachByteAndPower() {
    List<Integer> drawn = new ArrayList<>();
    Shamir.split(
        secret("00112233"),
        4,
        3,
        n -> {
          drawn.add(n);
          return new byte[n];
        });

    assertThat(drawn).containsExactly(8);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "2,3", "256,2", "0,0"})
  void refusesWhatCannotBeSplit(int count, int threshold) {
    SecretBytes secret = secret("00");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shamir.split(secret, count, threshold, n -> new byte[n]));
  }

  @Test
  void everyElementDividedByItselfIsOne() {
    for (int a = 1; a < 256; a++) {
      assertThat(Gf256.divide(a, a)).isEqualTo(1);
    }
    assertThat(Gf256.multiply(0x53, 0xCA)).isEqualTo(1);
  }

  private static byte[] combined(List<SecretBytes> shares) {
    return Shamir.combine(shares).orElseThrow().exposed();
  }

  private static SecretBytes secret(String hex) {
    return SecretBytes.owning(HexFormat.of().parseHex(hex));
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
