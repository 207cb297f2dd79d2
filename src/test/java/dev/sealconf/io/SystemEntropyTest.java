package dev.sealconf.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemEntropyTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 32, 5000})
  void givesAsManyBytesAsAreAskedFor(int count) {
    assertThat(Entropy.system().bytes(count)).hasSize(count);
  }

  @Test
  void neverGivesTheSameBytesTwice() {
    Set<String> seen = new HashSet<>();
    for (int run = 0; run < 10; run++) {
      Entropy entropy = Entropy.system();
      for (int i = 0; i < 100; i++) {
        seen.add(new BigInteger(1, entropy.bytes(16)).toString());
      }
    }
    assertThat(seen).hasSize(1000);
  }

  @Test
  void fillsEveryByte() {
    byte[] all = new byte[64];
    Entropy entropy = Entropy.system();
    for (int i = 0; i < 20; i++) {
      byte[] bytes = entropy.bytes(all.length);
      for (int k = 0; k < all.length; k++) {
        all[k] |= bytes[k];
      }
    }
    assertThat(all).doesNotContain((byte) 0);
  }

  @Test
  void doesNotTakeAFileForTheGenerator() throws Exception {
    Path file = Files.write(folder.resolve("urandom"), new byte[100]);
    assertThat(new SystemEntropy(file).bytes(32)).isNotEqualTo(new byte[32]);
  }

  @Test
  void doesWithoutTheDevice() {
    Entropy entropy = new SystemEntropy(folder.resolve("missing"));
    assertThat(entropy.bytes(32)).hasSize(32).isNotEqualTo(entropy.bytes(32));
  }
}
