package dev.sealconf.git.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.operation.merge.Versions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Taking apart what git writes around conflicts. */
class ConflictTextTest {

  @Test
  void markersWithABaseGiveThreeVersions() {
    ConflictText text =
        of("a\n<<<<<<< o\nb\n||||||| base\nc\n=======\nd\n>>>>>>> t\ne\n").orElseThrow();
    assertThat(text.hasBase()).isTrue();
    assertThat(text.versions().map(ConflictTextTest::text))
        .isEqualTo(new Versions<>("a\nc\ne\n", "a\nb\ne\n", "a\nd\ne\n"));
  }

  @Test
  void markersWithoutABaseGiveTwoVersions() {
    ConflictText text = of("<<<<<<< o\r\nb\r\n=======\r\n>>>>>>> t\r\ne").orElseThrow();
    assertThat(text.hasBase()).isFalse();
    assertThat(text.versions().map(ConflictTextTest::text))
        .isEqualTo(new Versions<>("e", "b\r\ne", "e"));
  }

  @Test
  void linesThatOnlyLookLikeMarkersBelongToTheText() {
    ConflictText text =
        of("<<<<<<<<< o\n=======\n<<<<<<< x\n=========\n>>>>>>> x\n>>>>>>>>> t\n").orElseThrow();
    assertThat(text.versions().map(ConflictTextTest::text))
        .isEqualTo(new Versions<>("", "=======\n<<<<<<< x\n", ">>>>>>> x\n"));
  }

  @Test
  void aTextWithoutWholeConflictsIsNone() {
    assertThat(of("a: 1\n=======\n")).isEmpty();
    assertThat(of("<<<<<<< o\na\n=======\nb\n")).isEmpty();
    assertThat(of("<<<<<<<o\na\n=======\nb\n>>>>>>>t\n")).isEmpty();
    assertThat(of("")).isEmpty();
  }

  private static Optional<ConflictText> of(String text) {
    return ConflictText.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
