package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.SourceText;
import dev.sealconf.evidence.Corpus.Case;
import dev.sealconf.keys.KeyGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Other recipients change the metadata of a file and no other byte, unless the key has to go. */
class KeyChangesTest {
  private static final KeyGroup FIRST = Bench.group(List.of(TestKeys.RECIPIENT));
  private static final KeyGroup BOTH = Bench.group(List.of(TestKeys.RECIPIENT, TestKeys.SECOND));
  private static final KeyGroup SECOND =
      Bench.group(List.of(TestKeys.OTHERS.get(0), TestKeys.SECOND));
  private static final KeyGroup OTHERS = Bench.group(TestKeys.OTHERS);

  @Test
  void addingARecipientChangesOnlyTheMetadata() {
    InParallel.each(
        Corpus.cases(),
        one -> {
          Bench bench = Bench.seeded(1);
          byte[] sealed = bench.encrypt(one.sample(), one.rule());
          byte[] updated = bench.updateKeys(sealed, format(one), List.of(BOTH), 0);
          staysOutside(one, sealed, updated);
          assertThat(SealedText.of(updated).wrappedKeys())
              .hasSize(2)
              .containsAll(SealedText.of(sealed).wrappedKeys());
          opens(bench, one, updated);
        });
  }

  @Test
  void addingARecipientAddsNoSealToAFileWithoutOne() {
    InParallel.each(
        restorable(),
        one -> {
          Bench bench = Bench.withoutSeal(1);
          byte[] sealed = bench.encrypt(one.sample(), one.rule());
          byte[] updated = bench.updateKeys(sealed, format(one), List.of(BOTH), 0);
          staysOutside(one, sealed, updated);
          assertThat(SealedText.of(updated).text()).doesNotContain("sealconf");
        });
  }

  @Test
  void addingAGroupChangesOnlyTheMetadata() {
    InParallel.each(
        Corpus.cases(),
        one -> {
          Bench bench = Bench.seeded(1);
          byte[] sealed = bench.encrypt(one.sample(), one.rule(), List.of(FIRST, SECOND), 2);
          byte[] added = bench.addGroup(sealed, format(one), OTHERS, 0);
          staysOutside(one, sealed, added);
          assertThat(SealedText.of(added).wrappedKeys())
              .hasSize(6)
              .doesNotContainAnyElementsOf(SealedText.of(sealed).wrappedKeys());
          opens(bench, one, added);
        });
  }

  @Test
  void removingARecipientMakesANewDataKeyAndChangesNothingElse() {
    InParallel.each(
        Corpus.cases(),
        one -> {
          Bench bench = Bench.seeded(1);
          byte[] sealed = bench.encrypt(one.sample(), one.rule(), List.of(BOTH), 0);
          byte[] updated = bench.updateKeys(sealed, format(one), List.of(FIRST), 0);
          assertThat(SealedText.of(updated).tokens())
              .hasSameSizeAs(SealedText.of(sealed).tokens())
              .doesNotContainAnyElementsOf(SealedText.of(sealed).tokens());
          assertThat(masked(one, updated)).isEqualTo(masked(one, sealed));
          opens(bench, one, updated);
        });
  }

  @Test
  void deletingAGroupMakesANewDataKeyAndChangesNothingElse() {
    InParallel.each(
        Corpus.cases(),
        one -> {
          Bench bench = Bench.seeded(1);
          byte[] sealed =
              bench.encrypt(one.sample(), one.rule(), List.of(FIRST, SECOND, OTHERS), 2);
          byte[] deleted = bench.deleteGroup(sealed, format(one), 2, 0);
          assertThat(SealedText.of(deleted).tokens())
              .doesNotContainAnyElementsOf(SealedText.of(sealed).tokens());
          assertThat(masked(one, deleted)).isEqualTo(masked(one, sealed));
          opens(bench, one, deleted);
        });
  }

  /** Cases that come back byte for byte without the spelling that a seal holds. */
  private static List<Case> restorable() {
    List<Case> cases =
        Corpus.cases().stream()
            .filter(
                one ->
                    Outcome.of(() -> Bench.withoutSeal(1).encrypt(one.sample(), one.rule())).exit()
                        == 0)
            .toList();
    assertThat(cases).hasSizeGreaterThan(Corpus.cases().size() / 3);
    return cases;
  }

  private static DocumentFormat format(Case one) {
    return one.sample().documentFormat();
  }

  private static void opens(Bench bench, Case one, byte[] sealed) {
    assertThat(bench.decrypt(sealed, format(one))).isEqualTo(one.sample().bytes());
  }

  /** The same bytes around the metadata, and in it the same MAC and time. */
  private static void staysOutside(Case one, byte[] before, byte[] after) {
    assertThat(after).isNotEqualTo(before);
    assertThat(outside(one, after)).isEqualTo(outside(one, before));
    assertThat(SealedText.of(after).tokens()).isEqualTo(SealedText.of(before).tokens());
    assertThat(SealedText.of(after).times()).isEqualTo(SealedText.of(before).times());
  }

  private static String masked(Case one, byte[] sealed) {
    return SealedText.of(outside(one, sealed)).withoutTokens();
  }

  private static byte[] outside(Case one, byte[] sealed) {
    Document document = format(one).sealedForm().read(new SourceText("sealed", sealed));
    assertThat(document.metadata()).isPresent();
    return document.source().apply(document.format().withoutMetadata(document));
  }
}
