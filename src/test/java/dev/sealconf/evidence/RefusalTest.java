package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that must not be encrypted: the whole program says so, quickly, and tells no value. */
class RefusalTest {
  private static final Duration QUICK = Duration.ofSeconds(10);

  @TempDir Path folder;

  static Stream<String[]> expectations() {
    return Corpus.table(Corpus.ROOT.resolve("refused/expected.tsv")).stream();
  }

  static List<HostileFiles.Hostile> hostileFiles() {
    return HostileFiles.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("expectations")
  void refusesWhatSopsRefusesOrCorrupts(String file, String exit, String words) {
    Sample sample = Corpus.sample("refused/" + file);
    TestWorld machine = encrypt(Path.of(file), sample.bytes(), Integer.parseInt(exit));
    assertThat(machine.err()).contains(words).doesNotContain("secret");
  }

  @ParameterizedTest
  @MethodSource("hostileFiles")
  void refusesHostileFilesQuickly(HostileFiles.Hostile hostile) {
    Assertions.assertTimeoutPreemptively(
        QUICK,
        () -> {
          TestWorld machine = encrypt(Path.of(hostile.name()), hostile.bytes(), hostile.exit());
          assertThat(machine.err()).contains(hostile.words()).doesNotContain("secret");
        });
  }

  @Test
  void escapesControlCharactersInTheNameOfAKey() throws IOException {
    String file = "\"\\e[31mred\\u202e\\n\": 1\n\"\\e[31mred\\u202e\\n\": 2\n";
    TestWorld machine = encrypt(Path.of("f.yaml"), file.getBytes(StandardCharsets.UTF_8), 2);
    assertThat(machine.err()).contains("\\u{1b}").contains("\\u{202e}");
  }

  /** Runs {@code encrypt} on the file, which must end so, with nothing on standard output. */
  private TestWorld encrypt(Path name, byte[] bytes, int exit) {
    TestWorld machine = TestWorld.in(folder);
    write(folder.resolve(name), bytes);
    List<String> words = List.of("encrypt", "--age", TestKeys.RECIPIENT, name.toString());
    int ended = CommandLines.run(machine.world(), "sealconf", words);
    assertThat(ended).as(machine.err()).isEqualTo(exit);
    assertThat(machine.outBytes()).isEmpty();
    assertThat(machine.err().replace("\n", ""))
        .as("safe to show")
        .doesNotMatch("(?s).*\\p{Cntrl}.*");
    return machine;
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
