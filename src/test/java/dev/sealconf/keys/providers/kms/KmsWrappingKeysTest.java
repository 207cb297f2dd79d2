package dev.sealconf.keys.providers.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.fakes.KmsFake;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of AWS KMS for Tink keysets. */
final class KmsWrappingKeysTest {
  private static final byte[] KEYSET = "a keyset".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NAME = "team".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final KmsFake kms = new KmsFake();
  private final KmsWrappingKeys keys = new KmsWrappingKeys();

  @AfterEach
  void close() {
    kms.close();
  }

  @Test
  void sealsWithTheAssociatedDataAsTinksOwnIntegrationDoes() throws GeneralSecurityException {
    Aead aead = keys.aead("aws-kms://" + KmsFake.KEY, world());
    byte[] sealed = aead.encrypt(KEYSET, NAME);

    assertThat(aead.decrypt(sealed, NAME)).isEqualTo(KEYSET);
    assertThat(kms.contexts())
        .containsExactly(
            Map.of("associatedData", "7465616d"), Map.of("associatedData", "7465616d"));
    assertThatThrownBy(() -> aead.decrypt(sealed, KEYSET)).isInstanceOf(SealconfException.class);
  }

  @Test
  void sendsNoContextWithoutAssociatedData() throws GeneralSecurityException {
    Aead aead = keys.aead("aws-kms://" + KmsFake.KEY, world());

    assertThat(aead.decrypt(aead.encrypt(KEYSET, new byte[0]), null)).isEqualTo(KEYSET);
    assertThat(kms.contexts()).containsOnly(Map.of());
  }

  @Test
  void refusesWhatIsNoKeyAndAsksNoOneBeforeItIsUsed() {
    assertThatThrownBy(() -> keys.aead("aws-kms://team", world()))
        .hasMessage("'team' is not the ARN of a KMS key");
    keys.aead("aws-kms://" + KmsFake.KEY, world());
    assertThat(kms.calls()).isEmpty();
  }

  private World world() {
    TestWorld world = TestWorld.in(folder);
    kms.holder().forEach(world::with);
    return world.world();
  }
}
