package dev.sealconf.keys.providers.age.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The bytes that fixed keys and fixed randomness give, as a second implementation gave them. */
final class HpkeTest {
  private static final String PUBLIC_KEY =
      "c9a3565ffde4f72b51661be391ee13e46378d7f06dd5c8bf5af9d2cfb5b8336b";
  private static final String ENCAPSULATED =
      "67eb40cd5d72deddbbfb5a6ff826a776b53e4406d46caea66412ebe1bbf6c5fb";
  private static final String MESSAGE =
      "d7e0568b6b854c0405945aa0d9f04bf29f84498d9e4d85708de94769f91fe9d6";

  @Test
  void givesTheBytesOfTheOtherImplementation() {
    Hpke.KeyPair keys = Hpke.keyPair(counting(0, Hpke.SEED));
    Hpke.Sealed sealed = sealed(keys);

    assertThat(hex(Primitives.sha256(keys.publicKey()))).isEqualTo(PUBLIC_KEY);
    assertThat(hex(Primitives.sha256(sealed.encapsulated()))).isEqualTo(ENCAPSULATED);
    assertThat(hex(sealed.message())).isEqualTo(MESSAGE);
  }

  @Test
  void onlyTheHolderOfThePrivateKeyOpens() {
    Hpke.KeyPair keys = Hpke.keyPair(counting(0, Hpke.SEED));
    Hpke.KeyPair others = Hpke.keyPair(counting(1, Hpke.SEED));
    Hpke.Sealed sealed = sealed(keys);
    byte[] changed = sealed.message().clone();
    changed[0] ^= 1;

    assertThat(keys.opener(sealed.encapsulated()).orElseThrow().open(sealed.message()))
        .hasValueSatisfying(key -> assertThat(key.exposed()).isEqualTo(counting(96, 16).exposed()));
    assertThat(keys.opener(sealed.encapsulated()).orElseThrow().open(changed)).isEmpty();
    assertThat(others.opener(sealed.encapsulated()).orElseThrow().open(sealed.message())).isEmpty();
  }

  @Test
  void refusesAWeakPoint() {
    Hpke.KeyPair keys = Hpke.keyPair(counting(0, Hpke.SEED));
    byte[] encapsulated = sealed(keys).encapsulated();
    Arrays.fill(encapsulated, Hpke.ENCAPSULATED - 32, Hpke.ENCAPSULATED, (byte) 0);

    assertThat(keys.opener(encapsulated)).isEmpty();
  }

  private static Hpke.Sealed sealed(Hpke.KeyPair keys) {
    return Hpke.seal(keys.publicKey(), counting(96, 16), count -> counting(32, count).exposed());
  }

  private static SecretBytes counting(int first, int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (first + i);
    }
    return SecretBytes.owning(bytes);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
