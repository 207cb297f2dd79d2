package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Span;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.evidence.Corpus.Case;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A change of a sealed file changes what it must and no other byte. */
class MinimalChangeTest {

  @Test
  void unchangedPlaintextKeepsTheWholeFile() {
    InParallel.each(
        Corpus.cases(),
        one -> {
          Bench bench = Bench.seeded(1);
          byte[] sealed = bench.encrypt(one.sample(), one.rule());
          assertThat(bench.encryptOver(sealed, one.sample(), one.rule())).isEqualTo(sealed);
        });
  }

  @Test
  void settingTheSameValueTwiceKeepsTheWholeFile() {
    InParallel.each(
        settable(),
        one -> {
          Bench bench = Bench.seeded(1);
          DocumentFormat format = one.sample().documentFormat();
          TreePath path = Values.settable(one.sample()).orElseThrow();
          byte[] sealed = bench.encrypt(one.sample(), one.rule());
          byte[] once = bench.set(sealed, format, path, "\"new value\"");
          assertThat(once).isNotEqualTo(sealed);
          assertThat(bench.set(once, format, path, "\"new value\"")).isEqualTo(once);
        });
  }

  @Test
  void settingAValueChangesItsTokenAndTheMac() {
    InParallel.each(
        settableWithoutAliases(),
        one -> {
          Bench bench = Bench.seeded(1);
          TreePath path = Values.settable(one.sample()).orElseThrow();
          byte[] sealed = bench.encrypt(one.sample(), one.rule());
          byte[] changed = bench.set(sealed, one.sample().documentFormat(), path, "\"new value\"");
          assertThat(leftovers(SealedText.of(sealed), SealedText.of(changed)))
              .as("tokens that are neither the value's nor the MAC's")
              .hasSizeLessThanOrEqualTo(2);
          assertThat(linesLost(sealed, changed))
              .as("lines of other things")
              .isLessThanOrEqualTo(Values.linesOf(one.sample(), path));
        });
  }

  /** A custom tag goes with its value, and a block's header fits its text: both are left out. */
  @Test
  void settingAValueChangesNoOtherPlainByte() {
    InParallel.each(
        settableWithoutAliases().stream()
            .filter(
                one ->
                    hasPlace(one)
                        && !one.sample().name().matches(".*(tag-(custom|dir|non)|header).*"))
            .toList(),
        one -> {
          Bench bench = Bench.seeded(1);
          DocumentFormat format = one.sample().documentFormat();
          TreePath path = Values.settable(one.sample()).orElseThrow();
          Span span = Values.spanOf(one.sample(), path);
          byte[] sealed = bench.encrypt(one.sample(), one.rule());
          byte[] plain = bench.decrypt(bench.set(sealed, format, path, "\"new value\""), format);
          byte[] was = one.sample().bytes();
          assertThat(plain).startsWith(Arrays.copyOf(was, span.start()));
          assertThat(plain).endsWith(Arrays.copyOfRange(was, span.end(), was.length));
        });
  }

  @Test
  void unsettingAValueAddsNoToken() {
    InParallel.each(
        settableWithoutAliases().stream()
            .filter(one -> hasPlace(one) && !goesByComments(one))
            .toList(),
        one -> {
          Bench bench = Bench.seeded(1);
          DocumentFormat format = one.sample().documentFormat();
          TreePath path = Values.settable(one.sample()).orElseThrow();
          byte[] sealed = bench.encrypt(one.sample(), one.rule());
          byte[] changed = bench.unset(sealed, format, path);
          List<String> added = new ArrayList<>(SealedText.of(changed).tokens());
          SealedText.of(sealed).tokens().forEach(added::remove);
          added.removeIf(token -> token.endsWith(",type:comment]"));
          assertThat(added)
              .as("the MAC, and comments that stand in another map now")
              .hasSizeLessThanOrEqualTo(1);
          bench.decrypt(changed, format);
        });
  }

  @Test
  void rotatingChangesOnlyTheKeyAndTheTokens() {
    InParallel.each(
        Corpus.cases(),
        one -> {
          Bench bench = Bench.seeded(1);
          DocumentFormat format = one.sample().documentFormat();
          byte[] sealed = bench.encrypt(one.sample(), one.rule());
          byte[] rotated = bench.rotate(sealed, format);
          assertThat(SealedText.of(rotated).withoutKey())
              .isEqualTo(SealedText.of(sealed).withoutKey());
          assertThat(SealedText.of(rotated).tokens())
              .doesNotContainAnyElementsOf(SealedText.of(sealed).tokens());
          assertThat(bench.decrypt(rotated, format)).isEqualTo(one.sample().bytes());
        });
  }

  private static List<Case> settable() {
    return Corpus.cases().stream()
        .filter(one -> Values.settable(one.sample()).isPresent())
        .toList();
  }

  /** An alias becomes a copy when the value it stands for changes. */
  private static List<Case> settableWithoutAliases() {
    return settable().stream().filter(one -> !Values.haveAliases(one.sample())).toList();
  }

  /** Whether a value has a place of its own: a binary file's is not a part of it. */
  private static boolean hasPlace(Case one) {
    return !one.sample().format().equals("binary");
  }

  /** Whether a comment that stays behind would mark the value after it. */
  private static boolean goesByComments(Case one) {
    return one.rule().selection().kind().name().endsWith("COMMENT_REGEX");
  }

  /** Tokens of {@code before} that are gone. */
  private static List<String> leftovers(SealedText before, SealedText after) {
    List<String> gone = new ArrayList<>(before.tokens());
    after.tokens().forEach(gone::remove);
    return gone;
  }

  /** How many lines are gone, beside those that a new token, time or seal changes. */
  private static int linesLost(byte[] before, byte[] after) {
    List<String> gone = new ArrayList<>(SealedText.of(before).withoutTokens().lines().toList());
    gone.removeIf(String::isBlank);
    SealedText.of(after).withoutTokens().lines().forEach(gone::remove);
    return gone.size();
  }
}
