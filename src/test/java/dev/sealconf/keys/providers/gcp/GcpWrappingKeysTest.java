package dev.sealconf.keys.providers.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.fakes.GoogleFake;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of Google Cloud KMS for Tink keysets. */
final class GcpWrappingKeysTest {
  private static final String KEY = "projects/p/locations/global/keyRings/r/cryptoKeys/team";
  private static final byte[] KEYSET = "a keyset".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NAME = "team".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final GoogleFake google = new GoogleFake();
  private final GcpWrappingKeys keys = new GcpWrappingKeys();

  @AfterEach
  void close() {
    google.close();
  }

  @Test
  void sealsTogetherWithTheAssociatedData() throws GeneralSecurityException {
    Aead aead = keys.aead("gcp-kms://" + KEY, world());
    byte[] sealed = aead.encrypt(KEYSET, NAME);

    assertThat(aead.decrypt(sealed, NAME)).isEqualTo(KEYSET);
    assertThatThrownBy(() -> aead.decrypt(sealed, KEYSET)).isInstanceOf(SealconfException.class);
    assertThatThrownBy(() -> aead.decrypt(sealed, null)).isInstanceOf(SealconfException.class);
  }

  @Test
  void treatsMissingAndEmptyAssociatedDataAlike() throws GeneralSecurityException {
    Aead aead = keys.aead("gcp-kms://" + KEY, world());

    assertThat(aead.decrypt(aead.encrypt(KEYSET, new byte[0]), null)).isEqualTo(KEYSET);
  }

  @Test
  void refusesWhatIsNoKeyAndAsksNoOneBeforeItIsUsed() {
    assertThatThrownBy(() -> keys.aead("gcp-kms://team", world()))
        .hasMessage("'team' is not a key of Google Cloud KMS");
    keys.aead("gcp-kms://" + KEY, world());
    assertThat(google.count("/")).isZero();
  }

  private World world() {
    TestWorld world = TestWorld.in(folder);
    google.holder().forEach(world::with);
    return world.world();
  }
}
