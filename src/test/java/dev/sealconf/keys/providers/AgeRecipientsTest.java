package dev.sealconf.keys.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.providers.age.Bech32;
import dev.sealconf.keys.spi.KeyProvider;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of recipients that are none. */
final class AgeRecipientsTest {
  @TempDir Path folder;

  private final KeyProvider provider = new AgeKeyProvider();

  @Test
  void shortensLongRecipientsInTheMiddle() {
    String name = "age1pq1" + "q".repeat(1952);
    SealconfException failure = failure(() -> provider.parse(name));

    assertThat(failure)
        .hasMessage("the age recipient 'age1pq1" + "q".repeat(33) + "…qqqqqqqqqqqq' is malformed");
    assertThat(failure.hints())
        .containsExactly("its last characters are a checksum: copy it again");
  }

  @Test
  void refusesMalformedPostQuantumKeys() {
    byte[] key = new byte[1184 + 32];
    Arrays.fill(key, (byte) 0xff);

    assertThat(failure(() -> provider.parse(Bech32.encode("age1pq", key))).getMessage())
        .contains("is malformed");
    assertThat(failure(() -> provider.parse(Bech32.encode("age1pq", new byte[32]))).getMessage())
        .contains("is malformed");
  }

  @Test
  void saysThatNoOneHoldsAWeakPoint() {
    for (String name :
        new String[] {
          Bech32.encode("age", new byte[32]), Bech32.encode("age1pq", new byte[1184 + 32])
        }) {
      MasterKey key = provider.parse(name).get(0);
      SecretBytes share = SecretBytes.owning(new byte[32]);

      assertThat(
              failure(() -> provider.wrap(share, key, TestWorld.in(folder).world())).getMessage())
          .startsWith("no identity can exist for 'age1");
    }
  }

  private static SealconfException failure(ThrowingCallable call) {
    SealconfException failure = catchThrowableOfType(SealconfException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
