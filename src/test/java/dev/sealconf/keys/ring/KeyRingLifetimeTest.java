package dev.sealconf.keys.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientFlag;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a ring remembers, how much of it, and when it wipes it. */
@Timeout(120)
final class KeyRingLifetimeTest {
  @TempDir Path folder;

  private final RecordingProvider one = new RecordingProvider("one", 1);

  @Test
  void aTemporaryFailureIsAskedForAgain() {
    try (KeyRing ring = ring(one)) {
      for (int i = 0; i < 3; i++) {
        SealconfException failure =
            catchThrowableOfType(
                SealconfException.class, () -> ring.unwrap(file("busy", 1), 0, "").close());
        assertThat(failure).hasMessageContaining("one 'busy': it is busy");
        assertThat(failure.isTemporary()).isTrue();
      }
    }
    assertThat(one.asked).containsExactly("busy", "busy", "busy");
  }

  @Test
  void aDefiniteRefusalIsRemembered() {
    try (KeyRing ring = ring(one)) {
      for (int i = 0; i < 3; i++) {
        SealconfException failure =
            catchThrowableOfType(
                SealconfException.class, () -> ring.unwrap(file("locked", 1), 0, "").close());
        assertThat(failure.isTemporary()).isFalse();
      }
    }
    assertThat(one.asked).containsExactly("locked");
  }

  @Test
  void theLeastRecentlyUsedShareIsWipedAndAskedForAgain() {
    try (KeyRing ring = ring(one)) {
      for (int i = 0; i < UnwrapCache.CAPACITY; i++) {
        open(ring, i);
      }
      open(ring, 0);
      open(ring, UnwrapCache.CAPACITY);

      assertThat(one.handedOut.get(1)).as("the least recently used").containsOnly(0);
      assertThat(one.handedOut.get(0)).isEqualTo(dataKey(0));
      assertThat(one.handedOut.get(2)).isEqualTo(dataKey(2));
      int asked = one.asked.size();
      open(ring, 0);
      open(ring, 2);
      assertThat(one.asked).hasSize(asked);
      open(ring, 1);
      assertThat(one.asked).hasSize(asked + 1);
    }
  }

  @Test
  void aShareUnderAVeryLongNameIsWipedAtOnce() {
    try (KeyRing ring = ring(one)) {
      ring.unwrap(file("x".repeat(10_000), 7), 0, "").close();

      assertThat(one.handedOut.get(0)).containsOnly(0);
    }
  }

  @Test
  void aClosedRingHasWipedItsSharesAndRefusesWork() {
    KeyRing ring = ring(one);
    open(ring, 5);
    open(ring, 6);
    ring.close();

    assertThat(one.handedOut).hasSize(2).allSatisfy(share -> assertThat(share).containsOnly(0));
    assertThatThrownBy(() -> open(ring, 5)).isInstanceOf(IllegalStateException.class);
    try (SecretBytes key = SecretBytes.owning(dataKey(5))) {
      List<KeyGroup> groups = List.of(new KeyGroup(List.of(masterKey("k"))));
      assertThatThrownBy(() -> ring.wrap(key, groups, 0)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aShareInUseIsNotWipedByOthersThatComeAndGo() throws Exception {
    SlowProvider slow = new SlowProvider();
    World world = TestWorld.in(folder).world();
    try (KeyRing ring = new KeyRing(new KeyProviders(List.of(one, slow)), world, List.of())) {
      List<WrappedGroup> file =
          List.of(
              new WrappedGroup(
                  List.of(
                      new WrappedKey(
                          new MasterKey("slow", "k", new TreeMap<>()), hex(dataKey(9))))));
      CompletableFuture<byte[]> opened =
          CompletableFuture.supplyAsync(
              () -> {
                try (SecretBytes key = ring.unwrap(file, 0, "")) {
                  return key.exposed().clone();
                }
              });
      assertThat(slow.asked.await(60, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < 2 * UnwrapCache.CAPACITY; i++) {
        open(ring, i);
      }
      slow.answer.countDown();
      assertThat(opened.get(60, TimeUnit.SECONDS)).isEqualTo(dataKey(9));
    }
  }

  @Test
  void closingTheProvidersClosesEach() {
    RecordingProvider two = new RecordingProvider("two", 2);
    new KeyProviders(List.of(one, two)).close();

    assertThat(one.closed).isTrue();
    assertThat(two.closed).isTrue();
  }

  private void open(KeyRing ring, int file) {
    try (SecretBytes key = ring.unwrap(file("k", file), 0, "")) {
      assertThat(key.exposed()).isEqualTo(dataKey(file));
    }
  }

  private KeyRing ring(KeyProvider provider) {
    World world = TestWorld.in(folder).world();
    return new KeyRing(new KeyProviders(List.of(provider)), world, List.of());
  }

  private static List<WrappedGroup> file(String name, int number) {
    WrappedKey key = new WrappedKey(masterKey(name), hex(dataKey(number)));
    return List.of(new WrappedGroup(List.of(key)));
  }

  private static MasterKey masterKey(String name) {
    return new MasterKey("one", name, new TreeMap<>());
  }

  private static byte[] dataKey(int number) {
    return ByteBuffer.allocate(32).putInt(0x5ea1).putInt(number).array();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Answers when the test lets it. */
  private static final class SlowProvider implements KeyProvider {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);

    @Override
    public String id() {
      return "slow";
    }

    @Override
    public int rank() {
      return 1;
    }

    @Override
    public RecipientFlag flag() {
      return new RecipientFlag(List.of("--slow"), "SLOW", "slow", "");
    }

    @Override
    public List<MasterKey> parse(String recipients) {
      return List.of();
    }

    @Override
    public MasterKey read(SortedMap<String, Field> fields) {
      throw new AssertionError("no metadata is read here");
    }

    @Override
    public String wrap(SecretBytes share, MasterKey to, World world) {
      throw new AssertionError("nothing is wrapped here");
    }

    @Override
    public SecretBytes unwrap(WrappedKey key, World world) {
      asked.countDown();
      try {
        assertThat(answer.await(60, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return SecretBytes.owning(HexFormat.of().parseHex(key.enc()));
    }
  }
}
