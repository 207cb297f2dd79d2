package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.fakes.KmsFake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files in one call cost as many calls of a key service as there are wrapped keys. */
class OneKeyManyFilesTest {
  private static final int FILES = 200;
  private static final int WRAPPED_KEYS = 4;

  @TempDir Path folder;

  @Test
  void opensManyFilesWithOneConcurrentCallPerWrappedKey() throws IOException {
    try (KmsFake kms = new KmsFake()) {
      List<String> files = files(kms);
      // The fake answers no one before all four are there.
      kms.meet(WRAPPED_KEYS);
      List<String> words = new ArrayList<>(List.of("decrypt", "-i"));
      words.addAll(files);
      run(kms, words);

      assertThat(kms.calls().stream().filter(call -> call.operation().equals("Decrypt")))
          .hasSize(WRAPPED_KEYS)
          .allMatch(call -> call.answer().equals("OK"));
      for (int i = 0; i < FILES; i++) {
        assertThat(Path.of(files.get(i))).hasContent("number: " + i % WRAPPED_KEYS + "\n");
      }
    }
  }

  /** Files in turn with each of the data keys. */
  private List<String> files(KmsFake kms) throws IOException {
    List<byte[]> sealed = new ArrayList<>();
    for (int key = 0; key < WRAPPED_KEYS; key++) {
      Path plain = Files.writeString(folder.resolve("plain.yaml"), "number: " + key + "\n");
      sealed.add(run(kms, List.of("encrypt", "--kms", KmsFake.KEY, plain.toString())));
    }
    List<String> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      Path file = folder.resolve(String.format("f%03d.yaml", i));
      files.add(Files.write(file, sealed.get(i % WRAPPED_KEYS)).toString());
    }
    return files;
  }

  private byte[] run(KmsFake kms, List<String> words) {
    TestWorld world = TestWorld.in(folder).with("SOPS_KMS_ARN", KmsFake.KEY);
    kms.holder().forEach(world::with);
    assertThat(CommandLines.run(world.world(), "sealconf", words)).as(world.err()).isZero();
    return world.outBytes();
  }
}
