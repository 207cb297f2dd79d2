package dev.sealconf.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpellingTest {

  @Test
  void readsWhatItWrote() {
    Spelling.Patch patch = new Spelling.Patch(true, 3, bytes("\n"), bytes(""));
    Spelling spelling = new Spelling(Map.of("4", "\"x\\u00e9\""), List.of(patch), "digest");
    Spelling read = SpellingText.read(SpellingText.write(spelling));
    assertThat(read.texts()).isEqualTo(spelling.texts());
    assertThat(read.digest()).isEqualTo("digest");
    assertThat(read.patches()).usingRecursiveComparison().isEqualTo(spelling.patches());
  }

  @Test
  void saysNothingInTwoBytes() {
    assertThat(SpellingText.write(Spelling.NONE)).hasSize(2);
    assertThat(SpellingText.read(bytes("{}"))).isEqualTo(Spelling.NONE);
  }

  @Test
  void notesAMissingLastLineBreakFromTheEnd() {
    List<Spelling.Patch> patches = SpellingPlan.patches(bytes("a: 1\n"), bytes("a: 1"));
    assertThat(patches).hasSize(1);
    assertThat(patches.get(0).fromEnd()).isTrue();
    assertThat(patches.get(0).was()).isEqualTo(bytes("\n"));
    assertThat(patches.get(0).is()).isEmpty();
  }

  @Test
  void notesAByteOrderMarkAndALineBreakApart() {
    assertThat(SpellingPlan.patches(bytes("{}\n"), bytes("\uFEFF{}"))).hasSize(2);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
