package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.tree.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that real SOPS made, each release's beside the other's ({@code testdata/golden/ORIGIN}).
 */
class GoldenTest {
  private static final Path ROOT = Path.of("testdata", "golden");

  static Stream<String[]> files() {
    return Corpus.table(ROOT.resolve("expected.tsv")).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void opensAsSopsOpensIt(String sealed, String format, String plain, int exit) throws IOException {
    DocumentFormat documentFormat = new DocumentFormats().named(format);
    byte[] bytes = Files.readAllBytes(ROOT.resolve(sealed));
    Outcome outcome = Outcome.of(() -> Bench.seeded(1).decrypt(bytes, documentFormat));
    assertThat(outcome.exit()).as(outcome.words()).isEqualTo(exit);
    if (!plain.isEmpty()) {
      Sample sample = new Sample(sealed, format, Files.readAllBytes(ROOT.resolve(plain)));
      if (format.equals("binary")) {
        assertThat(outcome.out()).isEqualTo(sample.bytes());
      } else {
        assertThat(Values.of(outcome.out(), sample)).isEqualTo(Values.of(sample.bytes(), sample));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void keepsEveryOtherTokenWhenAValueIsSet(String sealed, String format, String plain, int exit)
      throws IOException {
    if (exit != 0 || plain.isEmpty() || format.equals("binary")) {
      return;
    }
    Sample like = new Sample(sealed, format, Files.readAllBytes(ROOT.resolve(plain)));
    byte[] before = Files.readAllBytes(ROOT.resolve(sealed));
    TreePath path = Values.settable(like).orElseThrow();
    byte[] after = Bench.seeded(1).set(before, like.documentFormat(), path, "\"new value\"");
    List<String> gone = new ArrayList<>(SealedText.of(before).tokens());
    gone.removeAll(SealedText.of(after).tokens());
    assertThat(gone.stream().distinct()).as("the value's and the MAC's").hasSizeLessThan(3);
    byte[] opened = Bench.seeded(1).decrypt(after, like.documentFormat());
    assertThat(Values.of(opened, like)).contains("new value");
  }
}
