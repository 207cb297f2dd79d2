package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Random edits of sealed files of every format, with and without a seal. A file that still opens
 * says what was sealed: with a seal the same keys and values, without one the values that the MAC
 * covers. What is printed, read again, is what is printed from the verified tree.
 */
class RandomEditsTest {
  private static final int FIRST_SEED = 0;
  private static final int SEEDS = 300;
  private static final int EDITS = 4;
  private static final Set<Integer> REFUSALS = Set.of(1, 4, 8, 25, 51, 128);

  private static final Pattern SEAL = Pattern.compile("(?m)^[^#\\n]*\\bsealconf\"?\\s*[:=]");

  private final AtomicInteger opened = new AtomicInteger();

  /** One sealed file and what it was made of. */
  private record Case(Sample plain, boolean seal, long seed) {
    @Override
    public String toString() {
      return plain + (seal ? " with" : " without") + " a seal";
    }
  }

  @Test
  void whatOpensIsWhatWasSealed() {
    List<Case> cases = new ArrayList<>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      for (Sample sample : RandomDocuments.ofEveryFormat(seed)) {
        cases.add(new Case(sample, true, seed));
        cases.add(new Case(sample, false, seed));
      }
    }
    InParallel.each(cases, this::holds);
    assertThat(opened.get()).as("edits that still open").isGreaterThan(cases.size() / 4);
  }

  private void holds(Case one) {
    Sample plain = one.plain();
    String sealed =
        new String(Bench.seeded(one.seed()).encrypt(plain, Corpus.ruleFor(plain)), UTF_8);
    String start = one.seal() ? sealed : withoutSeal(sealed);
    for (int i = 0; i < EDITS; i++) {
      String edited = new RandomEdits(one.seed() * EDITS + i, plain.format()).of(start);
      byte[] bytes = edited.getBytes(UTF_8);
      Outcome outcome = Outcome.of(() -> Bench.seeded(1).decrypt(bytes, plain.documentFormat()));
      String shown = edited + "\n--- was\n" + start;
      if (outcome.exit() != 0) {
        assertThat(REFUSALS).as(outcome.words() + shown).contains(outcome.exit());
      } else {
        opened.incrementAndGet();
        saysTheSame(plain, outcome.out(), bytes, SEAL.matcher(edited).find(), shown);
      }
    }
  }

  private static void saysTheSame(
      Sample plain, byte[] out, byte[] sealed, boolean seal, String shown) {
    if (plain.format().equals("binary")) {
      assertThat(out).as(shown).isEqualTo(plain.bytes());
      return;
    }
    ReadTree was = ReadTree.of(plain.bytes(), plain);
    ReadTree is = ReadTree.of(out, plain);
    if (seal) {
      assertThat(is.places()).as(shown).isEqualTo(was.places());
    } else {
      assertThat(is.values()).as(shown).isEqualTo(was.values());
    }
    assertThat(is.paths()).as("repeated places").doesNotHaveDuplicates();
    Outcome printed = Outcome.of(() -> Bench.seeded(1).reprint(sealed, plain.documentFormat()));
    assertThat(printed.exit()).as(printed.words() + shown).isIn(0, 4);
    if (printed.exit() == 0) {
      assertThat(ReadTree.of(printed.out(), plain).paths()).as(shown).isEqualTo(is.paths());
    }
  }

  private static String withoutSeal(String sealed) {
    return sealed
        .replaceFirst("\"sealconf\":\\s*\"v1:[^\"]*\",\\s*", "")
        .replaceFirst("(?m)^[^\"\\n]*sealconf\\s*[:=]\\s*v1:\\S*\\R", "");
  }
}
