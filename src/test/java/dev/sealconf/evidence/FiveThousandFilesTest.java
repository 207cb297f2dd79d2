package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.fakes.FakeKeyProvider;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.Decrypt;
import dev.sealconf.operation.Encrypt;
import dev.sealconf.operation.Recipe;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.Strictness;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that opens file after file with one key ring needs no more memory for each. */
final class FiveThousandFilesTest {
  private static final int FILES = 5_000;
  private static final int WARM = 1_000;

  /** More than the cache of a ring holds, and few of the files. */
  private static final int MOST_SHARES = 600;

  /** What 4,000 outcomes would need is three times as much. */
  private static final long MOST_GROWTH = 3L << 20;

  private static final DocumentFormat YAML = new DocumentFormats().named("yaml");

  /** Long, as the names of post-quantum recipients are, so that a leak is seen. */
  private static final String NAME = "k".repeat(2_000);

  @TempDir Path folder;

  private final FakeKeyProvider provider = new FakeKeyProvider();
  private final KeyProviders providers = new KeyProviders(List.of(provider));

  @Test
  void oneRingOpensFilesWithDataKeysOfTheirOwnInConstantMemory() {
    World world = TestWorld.in(folder).world();
    try (KeyRing ring = new KeyRing(providers, world, List.of())) {
      long before = 0;
      for (int number = 0; number < FILES; number++) {
        String plain = "number: " + number + "\n";
        assertThat(decrypted(encrypted(plain, world), ring, world)).isEqualTo(plain);
        if (number == WARM) {
          before = usedHeap();
        }
      }
      assertThat(provider.unwrapped()).isEqualTo(FILES);
      assertThat(provider.notWiped()).isBetween(1L, (long) MOST_SHARES);
      assertThat(usedHeap() - before).isLessThan(MOST_GROWTH);
    }
    assertThat(provider.notWiped()).as("after the ring is closed").isZero();
  }

  private byte[] encrypted(String plain, World world) {
    List<KeyGroup> groups = List.of(new KeyGroup(provider.parse(NAME)));
    Terms terms = new Terms(groups, 0, Selection.DEFAULT, false, Terms.SealPolicy.ALWAYS);
    Recipe recipe = new Recipe(terms, false, true);
    try (KeyRing ring = new KeyRing(providers, world, List.of())) {
      return new Encrypt(world, ring).run(input(bytes(plain)), output(), recipe, Optional.empty());
    }
  }

  private static String decrypted(byte[] sealed, KeyRing ring, World world) {
    byte[] plain =
        new Decrypt(world, ring).run(input(sealed), output(), Strictness.NORMAL, Optional.empty());
    return new String(plain, StandardCharsets.UTF_8);
  }

  private static Input input(byte[] bytes) {
    return new Input(new SourceText("file", bytes), YAML);
  }

  private static Output output() {
    return new Output(YAML, Indent.DEFAULT, false);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes in use after collections that no longer free anything. */
  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      System.gc();
      long now = runtime.totalMemory() - runtime.freeMemory();
      if (now >= used) {
        break;
      }
      used = now;
    }
    return used;
  }
}
