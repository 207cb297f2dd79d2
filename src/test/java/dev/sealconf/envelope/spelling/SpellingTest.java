package dev.sealconf.envelope.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.envelope.spelling.Spelling.Address;
import dev.sealconf.envelope.spelling.Spelling.Entry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

  @Test
  void readsWhatItWrote() {
    Spelling.Patch patch = new Spelling.Patch(true, 3, bytes("\n"), bytes(""));
    List<Entry> entries =
        List.of(
            new Entry(new Address(List.of(0, "list", 2, "mode"), 0), false, "0755", 0),
            new Entry(Address.comment(1), false, " x\t", 0),
            new Entry(new Address(List.of(1, "2"), 0), true, "*x", 0),
            new Entry(new Address(List.of(1, "long"), 3), false, ">\n  a\n", 2));
    Spelling spelling = new Spelling(entries, List.of(patch), "digest");
    Spelling read = SpellingText.read(SpellingText.write(spelling));
    assertThat(read.entries()).isEqualTo(spelling.entries());
    assertThat(read.digest()).isEqualTo("digest");
    assertThat(read.patches()).usingRecursiveComparison().isEqualTo(spelling.patches());
  }

  @Test
  void writesAnEmptySpellingInTwoBytes() {
    assertThat(SpellingText.write(Spelling.NONE)).hasSize(2);
    assertThat(SpellingText.read(bytes("{}"))).isEqualTo(Spelling.NONE);
  }

  @Test
  void writesAKeyThatManyValuesShareOnce() {
    String key = "k".repeat(10_000);
    List<Entry> entries =
        java.util.stream.IntStream.range(0, 100)
            .mapToObj(i -> new Entry(new Address(List.of(0, key, i), 0), false, "0x1", 0))
            .toList();
    byte[] written = SpellingText.write(new Spelling(entries, List.of(), ""));
    assertThat(written).hasSizeLessThan(20_000);
    assertThat(SpellingText.read(written).entries()).isEqualTo(entries);
  }

  @Test
  void recordsAMissingLastLineBreakFromTheEnd() {
    List<Spelling.Patch> patches = Patches.between(bytes("a: 1\n"), bytes("a: 1"));
    assertThat(patches).hasSize(1);
    assertThat(patches.get(0).fromEnd()).isTrue();
    assertThat(patches.get(0).was()).isEqualTo(bytes("\n"));
    assertThat(patches.get(0).is()).isEmpty();
  }

  @Test
  void recordsAByteOrderMarkAndALineBreakSeparately() {
    assertThat(Patches.between(bytes("{}\n"), bytes("\uFEFF{}"))).hasSize(2);
  }

  @Test
  void movesTheLinesOfATextAlongWithTheFirst() {
    Entry entry = new Entry(new Address(List.of(0, "a"), 0), false, ">\n    a\n\n     b\n", 2);
    assertThat(IndentedText.moved(entry, 4)).isEqualTo(">\n      a\n\n       b\n");
    assertThat(IndentedText.moved(entry, 0)).isEqualTo(">\n  a\n\n   b\n");
    assertThat(IndentedText.moved(entry, 2)).isEqualTo(entry.text());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
